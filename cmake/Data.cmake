# content/ and locales/: linked into the build tree (an edit needs no build), copied when installed.
file(MAKE_DIRECTORY ${stage_dir})
foreach(folder content locales)
    file(CREATE_LINK ${CMAKE_SOURCE_DIR}/${folder} ${stage_dir}/${folder} SYMBOLIC)
    install(DIRECTORY ${folder}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/rightspack/${folder}
        PATTERN rightspack.po EXCLUDE PATTERN rightspack.pot EXCLUDE)   # Messages.cmake compiles them
endforeach()
