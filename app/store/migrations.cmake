# The store's schema, built into the program: every .sql of migrations/ becomes a string of a generated source file.
file(GLOB store_steps CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/app/store/migrations/*.sql)
set(store_generated ${CMAKE_BINARY_DIR}/generated/store_migrations.cpp)
add_custom_command(OUTPUT ${store_generated}
  COMMAND ${CMAKE_COMMAND} -DOUT=${store_generated} -DFOLDER=${CMAKE_SOURCE_DIR}/app/store/migrations
          -P ${CMAKE_SOURCE_DIR}/app/store/embed_migrations.cmake
  DEPENDS ${store_steps} ${CMAKE_SOURCE_DIR}/app/store/embed_migrations.cmake VERBATIM)
target_sources(store PRIVATE ${store_generated})
