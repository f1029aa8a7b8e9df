/* Leaflets of the shipped content for tests that measure them or put them on a sheet. */
#pragma once
#include "layout/layout.h"
#include "read/read.h"
#include "translate/translate.h"

typedef struct Fixture {
    Project *project;
    Fonts *fonts;
    Diags *diags;
} Fixture;

static inline Fixture
fixture_new(void)
{
    Diags *diags = diags_new();
    Project *project =
        project_load(g_getenv("RIGHTSPACK_SOURCE_DIR"), g_getenv("RIGHTSPACK_DATA_DIR"), diags);

    g_assert_false(diags_have_errors(diags));
    return (Fixture){ project, fonts_new(project, diags), diags };
}

static inline void
fixture_clear(Fixture *fixture)
{
    fonts_free(fixture->fonts);
    project_free(fixture->project);
    diags_free(fixture->diags);
}

/* The first pack and audience, in one language. */
static inline Document *
fixture_compose(const Fixture *fixture, const Locale *locale, const Format *format)
{
    const Project *project = fixture->project;
    g_autoptr(Catalog) catalog = catalog_load(project, locale, fixture->diags);
    g_autoptr(Catalog) staff = catalog_load(project, project->staff_locale, fixture->diags);
    const Variant variant = { .project = project,
                              .pack = &project->packs.items[0],
                              .audience = &project->packs.items[0].audiences.items[0],
                              .locale = locale,
                              .staff = project->staff_locale,
                              .format = format };

    return compose_document(&variant, &(Catalogs){ catalog, NULL, staff }, fixture->diags);
}
