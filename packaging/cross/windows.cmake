# Windows on x86_64: Debian's MinGW-w64, the libraries that packaging/cross/windows-libraries builds, and Wine to run
# the programs with.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR AMD64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc)
set(CMAKE_EXE_LINKER_FLAGS_INIT -static-libgcc)
set(CMAKE_SHARED_LINKER_FLAGS_INIT -static-libgcc)

cmake_path(SET folder NORMALIZE ${CMAKE_CURRENT_LIST_DIR}/../../build/cross/windows)
set(CMAKE_FIND_ROOT_PATH ${folder}/sysroot /usr/x86_64-w64-mingw32)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_CROSSCOMPILING_EMULATOR
  env WINEPREFIX=${folder}/wine WINEDEBUG=-all WINEDLLOVERRIDES=mscoree,mshtml,winemenubuilder.exe=
  WINEPATH=Z:${folder}/sysroot/bin LC_ALL=C.UTF-8 wine)

set(ENV{PKG_CONFIG_LIBDIR} ${folder}/sysroot/lib/pkgconfig)
