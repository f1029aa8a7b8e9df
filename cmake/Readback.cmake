# rightspack-readback: the small program that opens finished PDFs for `rightspack verify`. It alone links poppler, so that
# a fault of a reader of foreign files stays outside the program that makes leaflets.
pkg_check_modules(POPPLER REQUIRED IMPORTED_TARGET poppler-glib gio-2.0)

file(GLOB readback_sources CONFIGURE_DEPENDS src/readback/*.c)
add_executable(rightspack-readback ${readback_sources})
target_include_directories(rightspack-readback PRIVATE src)
target_link_libraries(rightspack-readback PRIVATE PkgConfig::POPPLER)
install(TARGETS rightspack-readback)
