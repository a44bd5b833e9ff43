# What the toolchain files of the Linux targets share: Debian's cross compiler, a folder with the target's libraries
# that packaging/cross/run fills, and qemu to run the programs with. They say `target`, Debian's name of the
# architecture, `compiler`, `libraries`, the folder of its libraries, and `emulator`.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR ${target})
set(CMAKE_C_COMPILER ${compiler})

cmake_path(SET CMAKE_SYSROOT NORMALIZE ${CMAKE_CURRENT_LIST_DIR}/../../build/cross/${target}/sysroot)
set(CMAKE_CROSSCOMPILING_EMULATOR ${emulator} -L ${CMAKE_SYSROOT})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)

set(ENV{PKG_CONFIG_SYSROOT_DIR} ${CMAKE_SYSROOT})
set(ENV{PKG_CONFIG_LIBDIR} ${CMAKE_SYSROOT}/usr/lib/${libraries}/pkgconfig)
