# Build-wide switches. A preset chooses among them; nothing else in the tree asks for a compiler flag.
option(BELLWETHER_BUILD_TESTS "Build the tests" ON)
option(BELLWETHER_WARNINGS_AS_ERRORS "Treat compiler warnings as errors" OFF)
set(BELLWETHER_SANITIZE "" CACHE STRING "Sanitizers for -fsanitize=, for example address,undefined")
set(BELLWETHER_SHARED_DIR "${CMAKE_SOURCE_DIR}/../shared" CACHE PATH
    "Folder with reference data for tests; tests that need it are skipped with a message where it is absent")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_AUTOUIC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

find_program(BELLWETHER_CCACHE ccache)
if(BELLWETHER_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers need the listed sloppiness: https://ccache.dev/manual/latest.html#_precompiled_headers
    # Depend mode goes by the dependency file that Ninja wants anyway; without it each file that is not in the cache yet
    # is preprocessed once more.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_DEPEND=1 CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        ${BELLWETHER_CCACHE})
endif()
find_program(BELLWETHER_MOLD mold)
if(BELLWETHER_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

add_library(BuildFlags INTERFACE)
add_library(Bellwether::BuildFlags ALIAS BuildFlags)
target_include_directories(BuildFlags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(BuildFlags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_STRICT_ITERATORS
    BELLWETHER_VERSION="${PROJECT_VERSION}")
# g++ 12 sees overflows in string concatenation that are not there: https://gcc.gnu.org/bugzilla/show_bug.cgi?id=105329
target_compile_options(BuildFlags INTERFACE -Wno-stringop-overflow -Wno-restrict -Wno-array-bounds)
target_compile_options(BuildFlags INTERFACE
    -Wall -Wextra -Wno-missing-field-initializers -Wpedantic -Wconversion -Wno-sign-conversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    -Wcast-qual -Wformat=2 -Wimplicit-fallthrough -fno-omit-frame-pointer)
if(BELLWETHER_WARNINGS_AS_ERRORS)
    target_compile_options(BuildFlags INTERFACE -Werror)
endif()
if(BELLWETHER_SANITIZE)
    # What the address sanitizer or the processor reports anyway; a check before every use of a pointer cost a quarter of the build.
    add_compile_options(-fsanitize=${BELLWETHER_SANITIZE} -fno-sanitize=null,alignment,object-size,vptr -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${BELLWETHER_SANITIZE})
endif()
