# The library's files for developers: headers, libvp.pc and the CMake package.
include(CMakePackageConfigHelpers)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/libvp)

install(DIRECTORY include/vp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS vp EXPORT libvpTargets)
install(EXPORT libvpTargets NAMESPACE vp:: DESTINATION ${package})
# On its own: distributions may leave the static library out.
install(TARGETS vp_static EXPORT libvpStaticTargets)
install(EXPORT libvpStaticTargets NAMESPACE vp:: DESTINATION ${package})

configure_package_config_file(${PROJECT_SOURCE_DIR}/packaging/cmake/libvpConfig.cmake.in
  libvpConfig.cmake INSTALL_DESTINATION ${package})
write_basic_package_version_file(libvpConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/libvpConfig.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/libvpConfigVersion.cmake DESTINATION ${package})

foreach(directory LIBDIR INCLUDEDIR) # which may be absolute
  set(pc_${directory} "\${prefix}")
  cmake_path(APPEND pc_${directory} ${CMAKE_INSTALL_${directory}})
endforeach()
configure_file(libvp.pc.in libvp.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/libvp.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
