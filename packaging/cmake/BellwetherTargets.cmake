# The two verbs of the tree: a module (one static library, Bellwether::Name) and a test (one Qt Test program).

# Precompiled headers are compiled twice for the whole build, once for core and once for widgets, and reused.
function(bellwether_add_pch name header)
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/pch/${name}.cpp CONTENT "// carries the precompiled header ${header}\n")
    add_library(${name} STATIC ${CMAKE_BINARY_DIR}/pch/${name}.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
    target_link_libraries(${name} PUBLIC Bellwether::BuildFlags tl::expected ${ARGN})
    target_precompile_headers(${name} PRIVATE ${CMAKE_SOURCE_DIR}/packaging/cmake/${header})
endfunction()
bellwether_add_pch(pch_core pch_core.h Qt6::Core)
bellwether_add_pch(pch_ui pch_ui.h Qt6::Core Qt6::Gui Qt6::Widgets)

# bellwether_add_module(risk SOURCES … PUBLIC … [PRIVATE …] [PCH ui]) makes the static library Bellwether::Risk.
function(bellwether_add_module name)
    cmake_parse_arguments(ARG "" "PCH" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    string(SUBSTRING ${name} 0 1 first)
    string(TOUPPER ${first} first)
    string(SUBSTRING ${name} 1 -1 rest)
    add_library(${name} STATIC ${ARG_SOURCES})
    add_library(Bellwether::${first}${rest} ALIAS ${name})
    target_link_libraries(${name} PUBLIC Bellwether::BuildFlags tl::expected Qt6::Core ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
    if(ARG_PCH STREQUAL "ui")
        target_precompile_headers(${name} REUSE_FROM pch_ui)
    elseif(NOT ARG_PCH STREQUAL "none")
        target_precompile_headers(${name} REUSE_FROM pch_core)
    endif()
endfunction()

# bellwether_add_test(tst_order LABEL unit LINK Bellwether::Domain) builds tst_order.cpp beside the CMakeLists.txt
# and registers it. Labels: unit, integration, parity, gui (runs on the offscreen platform), bench. The target
# tests-LABEL builds all tests of one label, so a sanitizer run need not build the others.
foreach(label unit integration parity gui bench)
    add_custom_target(tests-${label})
endforeach()
function(bellwether_add_test name)
    cmake_parse_arguments(ARG "" "LABEL;TIMEOUT" "SOURCES;LINK" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    add_executable(${name} ${name}.cpp ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${name} PRIVATE Bellwether::BuildFlags Bellwether::TestSupport Qt6::Test ${ARG_LINK})
    target_compile_definitions(${name} PRIVATE BELLWETHER_SHARED_DIR="${BELLWETHER_SHARED_DIR}")
    if(ARG_SOURCES)
        # A test includes its own moc output, so that this file is empty as a rule; reading the precompiled header took longest.
        set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    else()
        # One file that includes its own moc output needs no scan and no second file to compile, for each of so many programs.
        set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
        qt_generate_moc(${name}.cpp ${CMAKE_CURRENT_BINARY_DIR}/moc/${name}.moc TARGET ${name})
        target_sources(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc/${name}.moc)
        target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc)
    endif()
    if(BELLWETHER_SANITIZE MATCHES undefined)
        # The modules carry the checks; those of the tests' own lines cost a sixth of their build and judge no product.
        target_compile_options(${name} PRIVATE -fno-sanitize=undefined)
    endif()
    if(ARG_LABEL STREQUAL "gui")
        target_precompile_headers(${name} REUSE_FROM pch_ui)
    else()
        target_precompile_headers(${name} REUSE_FROM pch_core)
    endif()
    add_dependencies(tests-${ARG_LABEL} ${name})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS ${ARG_LABEL} TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8")
    if(ARG_LABEL MATCHES "gui|bench")
        # They measure stalls and speed: a neighbour on the same core would be measured with them.
        set_tests_properties(${name} PROPERTIES RUN_SERIAL TRUE)
    endif()
endfunction()
