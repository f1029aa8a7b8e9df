# fonts/fonts.yaml says which font files the program uses. Each is taken from its Debian package, loses its hinting
# and goes to share/rightspack/fonts; fonts/README.md says why.
set(font_rows ${CMAKE_SOURCE_DIR}/fonts/fonts.yaml)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${font_rows})
set(packaged_fonts /usr/share/fonts CACHE PATH "Where the font packages put their files")

find_program(HB_SUBSET hb-subset)
if(NOT HB_SUBSET)
    message(FATAL_ERROR "hb-subset is missing: install the package libharfbuzz-bin")
endif()

# The value of @key in a row like "- {family: Noto Sans, file: a/b.ttf}"; empty when it has none.
function(font_value row key result)
    set(${result} "" PARENT_SCOPE)
    if(row MATCHES "[{,] *${key}: *([^,}]*[^,} ])")
        set(${result} "${CMAKE_MATCH_1}" PARENT_SCOPE)
    endif()
endfunction()

file(STRINGS ${font_rows} rows REGEX "^- *{")
set(staged_fonts "")
set(font_packages "")
set(missing_packages "")
foreach(row IN LISTS rows)
    font_value("${row}" file file)
    font_value("${row}" package package)
    font_value("${row}" index index)
    if(NOT file OR NOT package)
        message(FATAL_ERROR "fonts/fonts.yaml: a row needs `package` and `file`: ${row}")
    endif()
    list(APPEND font_packages ${package})
    if(NOT EXISTS ${packaged_fonts}/${file})
        list(APPEND missing_packages ${package})
        continue()
    endif()

    cmake_path(GET file FILENAME name)   # as stage_font() of src/read/locales.c has it
    set(staged ${stage_dir}/fonts/${name})
    if(staged IN_LIST staged_fonts)
        message(FATAL_ERROR "fonts/fonts.yaml: two rows would both be staged as ${name}: ${row}")
    endif()
    list(APPEND staged_fonts ${staged})
    if(NOT index)
        set(index 0)
    endif()
    add_custom_command(OUTPUT ${staged}
        COMMAND ${HB_SUBSET} --no-hinting --retain-gids --notdef-outline
            "--glyphs=*" "--unicodes=*" "--layout-features=*" "--layout-scripts=*" "--name-IDs=*"
            --face-index=${index} --output-file=${staged} ${packaged_fonts}/${file}
        DEPENDS ${packaged_fonts}/${file}
        COMMENT "Stripping hints of ${name}"
        VERBATIM)
endforeach()

if(missing_packages)
    list(REMOVE_DUPLICATES missing_packages)
    list(JOIN missing_packages " " missing_packages)
    message(FATAL_ERROR "Fonts of fonts/fonts.yaml are not in ${packaged_fonts}. Install: ${missing_packages}")
endif()

add_custom_target(fonts ALL DEPENDS ${staged_fonts})
file(MAKE_DIRECTORY ${stage_dir}/fonts)
file(CREATE_LINK ${font_rows} ${stage_dir}/fonts/fonts.yaml SYMBOLIC)
install(FILES ${staged_fonts} ${font_rows} DESTINATION ${CMAKE_INSTALL_DATADIR}/rightspack/fonts)

# The fonts' licence wants its text to travel with them.
list(REMOVE_DUPLICATES font_packages)
foreach(package IN LISTS font_packages)
    install(FILES /usr/share/doc/${package}/copyright
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/rightspack RENAME ${package}.copyright OPTIONAL)
endforeach()
