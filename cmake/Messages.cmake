# The program's own messages: locales/<tag>/rightspack.po becomes share/locale/<tag>/LC_MESSAGES/rightspack.mo.
file(GLOB message_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/locales/*/rightspack.po)
set(compiled_messages "")
if(message_files)
    find_program(MSGFMT msgfmt)
    if(NOT MSGFMT)
        message(FATAL_ERROR "msgfmt is missing: install the package gettext")
    endif()
endif()

foreach(po IN LISTS message_files)
    cmake_path(GET po PARENT_PATH folder)
    cmake_path(GET folder FILENAME tag)
    set(folder ${stage_locale_dir}/${tag}/LC_MESSAGES)
    add_custom_command(OUTPUT ${folder}/rightspack.mo
        COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
        COMMAND ${MSGFMT} --check --output-file=${folder}/rightspack.mo ${po}
        DEPENDS ${po}
        COMMENT "Compiling the messages of ${tag}"
        VERBATIM)
    list(APPEND compiled_messages ${folder}/rightspack.mo)
    install(FILES ${folder}/rightspack.mo DESTINATION ${CMAKE_INSTALL_LOCALEDIR}/${tag}/LC_MESSAGES)
endforeach()

add_custom_target(messages ALL DEPENDS ${compiled_messages})
