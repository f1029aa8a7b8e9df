# The libraries of the program, as one target: rightspack-libraries.
find_package(PkgConfig REQUIRED)
pkg_check_modules(PACKAGED REQUIRED IMPORTED_TARGET
    glib-2.0 gio-2.0 gio-unix-2.0 json-glib-1.0
    yaml-0.1
    pangocairo pangoft2 harfbuzz fontconfig
    freetype2 cairo-pdf cairo-ft librsvg-2.0 libdeflate libjpeg libarchive)

# libgettextpo has no pkg-config file.
find_path(GETTEXTPO_INCLUDE_DIR gettext-po.h)
find_library(GETTEXTPO_LIBRARY gettextpo)
if(NOT GETTEXTPO_INCLUDE_DIR OR NOT GETTEXTPO_LIBRARY)
    message(FATAL_ERROR "libgettextpo is missing: install the package libgettextpo-dev")
endif()

add_library(rightspack-libraries INTERFACE)
target_include_directories(rightspack-libraries SYSTEM INTERFACE ${GETTEXTPO_INCLUDE_DIR})
target_link_libraries(rightspack-libraries INTERFACE PkgConfig::PACKAGED ${GETTEXTPO_LIBRARY} m)
