# The program's own messages: locales/<tag>/rightspack.po becomes share/locale/<tag>/LC_MESSAGES/rightspack.mo.
# scripts/messages brings the PO files up to date with the source.
file(GLOB message_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/locales/*/rightspack.po)
set(compiled_messages "")
if(message_files)
    find_program(MSGFMT msgfmt)
    find_program(MSGFILTER msgfilter)
    if(NOT MSGFMT OR NOT MSGFILTER)
        message(FATAL_ERROR "msgfmt or msgfilter is missing: install the package gettext")
    endif()
endif()

function(compile_messages tag po)
    set(folder ${stage_locale_dir}/${tag}/LC_MESSAGES)
    add_custom_command(OUTPUT ${folder}/rightspack.mo
        COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
        COMMAND ${MSGFMT} --check --output-file=${folder}/rightspack.mo ${po}
        DEPENDS ${po}
        COMMENT "Compiling the messages of ${tag}"
        VERBATIM)
    set(compiled_messages ${compiled_messages} ${folder}/rightspack.mo PARENT_SCOPE)
    install(FILES ${folder}/rightspack.mo DESTINATION ${CMAKE_INSTALL_LOCALEDIR}/${tag}/LC_MESSAGES)
endfunction()

foreach(po IN LISTS message_files)
    cmake_path(GET po PARENT_PATH folder)
    cmake_path(GET folder FILENAME tag)
    compile_messages(${tag} ${po})
endforeach()

# Serbian Latin is Serbian, letter by letter, unless somebody has written it out.
set(cyrillic ${CMAKE_SOURCE_DIR}/locales/sr/rightspack.po)
if(EXISTS ${cyrillic} AND NOT EXISTS ${CMAKE_SOURCE_DIR}/locales/sr@latin/rightspack.po)
    set(latin ${CMAKE_BINARY_DIR}/messages/sr@latin.po)
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/messages)
    add_custom_command(OUTPUT ${latin}
        COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C.UTF-8
            ${MSGFILTER} --keep-header --input=${cyrillic} --output-file=${latin} recode-sr-latin
        DEPENDS ${cyrillic}
        COMMENT "Writing the messages of sr in Latin letters"
        VERBATIM)
    compile_messages(sr@latin ${latin})
endif()

add_custom_target(messages ALL DEPENDS ${compiled_messages})
