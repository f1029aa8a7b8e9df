# Where lines break: hyphenation dictionaries that a locale.yaml names under `hyphenation` (one line, read as such), and
# libthai's list of Thai words. Copied from their Debian packages to share/rightspack/breaks; the program reads no others.
set(packaged_hyphens /usr/share/hyphen CACHE PATH "Where the hyphen-* packages put their files")
set(packaged_thai /usr/share/libthai/thbrk.tri CACHE FILEPATH "The word list of the package libthai-data")

file(GLOB locale_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/locales/*/locale.yaml)
if(RIGHTSPACK_TESTS)
    file(GLOB test_locale_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/pdf/scripts/locales/*/locale.yaml)
endif()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${locale_files} ${test_locale_files})

set(staged_breaks "")
set(missing_packages "")
set(break_packages libthai-data)
set(break_files ${packaged_thai})
if(NOT EXISTS ${packaged_thai})
    list(APPEND missing_packages libthai-data)
endif()
foreach(file IN LISTS locale_files test_locale_files)
    file(STRINGS ${file} row REGEX "^hyphenation: *{")
    if(NOT row)
        continue()
    endif()
    font_value("${row}" dictionary dictionary)
    font_value("${row}" package package)
    list(APPEND break_packages ${package})
    list(APPEND break_files ${packaged_hyphens}/${dictionary})
    if(NOT EXISTS ${packaged_hyphens}/${dictionary})
        list(APPEND missing_packages ${package})
    endif()
endforeach()
if(missing_packages)
    list(REMOVE_DUPLICATES missing_packages)
    list(JOIN missing_packages " " missing_packages)
    message(FATAL_ERROR "Dictionaries of locale.yaml files are missing. Install: ${missing_packages}")
endif()

list(REMOVE_DUPLICATES break_files)
foreach(file IN LISTS break_files)
    cmake_path(GET file FILENAME name)
    set(staged ${stage_dir}/breaks/${name})
    list(APPEND staged_breaks ${staged})
    file(REAL_PATH ${file} real)   # some names are links
    add_custom_command(OUTPUT ${staged}
        COMMAND ${CMAKE_COMMAND} -E copy ${real} ${staged}
        DEPENDS ${real}
        VERBATIM)
endforeach()
add_custom_target(breaks ALL DEPENDS ${staged_breaks})
install(FILES ${staged_breaks} DESTINATION ${CMAKE_INSTALL_DATADIR}/rightspack/breaks)

list(REMOVE_DUPLICATES break_packages)
foreach(package IN LISTS break_packages)
    install(FILES /usr/share/doc/${package}/copyright
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/rightspack RENAME ${package}.copyright OPTIONAL)
endforeach()
