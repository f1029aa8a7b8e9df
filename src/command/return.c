#include "command/return.h"

#include "command/current.h"
#include "command/locate.h"
#include "command/templates.h"

#include <glib/gi18n.h>
#include <string.h>

static const Template *
find_template(const ReturnPlan *plan, const char *domain)
{
    for (guint i = 0; i < plan->templates->len; i++) {
        const Template *template = plan->templates->pdata[i];

        if (strcmp(template->domain, domain) == 0)
            return template;
    }
    g_assert_not_reached();
}

static bool
is_translated_here(const ReturnPlan *plan, const Incoming *incoming, Diags *diags)
{
    if (current_is_wanted(plan->project, incoming->locale, incoming->domain))
        return true;
    diag_add(diags, DIAG_PO_STRANGER, (Where){ incoming->path, 1, 0 },
             N_("'%s' of '%s' is not translated: %s"), incoming->domain, incoming->locale->tag,
             incoming->locale->derived_from != NULL
                 ? _("that language is made from another letter by letter")
                 : _("it is written in that language"));
    return false;
}

static Returned *
merge(const ReturnPlan *plan, Return *found, Diags *diags)
{
    const Incoming *incoming = found->incoming;
    unsigned errors = diags_count_severity(diags, SEVERITY_ERROR);
    const Template *template = find_template(plan, incoming->domain);
    g_autoptr(Merged) ours = current_make(plan->project, incoming->locale, incoming->domain,
                                          template->bytes, found->path, diags);

    if (ours == NULL)
        return NULL;
    incoming_check(incoming, plan->project, ours->bytes, diags);
    if (diags_count_severity(diags, SEVERITY_ERROR) > errors)
        return NULL;
    g_autoptr(Merged) theirs = current_merge(incoming->path, incoming->bytes, incoming->locale,
                                             template->bytes, diags);
    if (theirs == NULL)
        return NULL;
    const Returning returning = { incoming->path, incoming->lines, incoming->bytes,
                                  theirs->bytes,  ours->bytes,     plan->preference };
    return returned_merge(&returning, diags);
}

Return *
return_new(const ReturnPlan *plan, const char *name, GBytes *bytes, Diags *diags)
{
    Return *found = g_new0(Return, 1);

    found->incoming = incoming_read(plan->project, plan->domains, name, bytes, diags);
    if (found->incoming == NULL || !is_translated_here(plan, found->incoming, diags))
        return found;

    g_autofree char *rest = g_strdup_printf("locales/%s/%s.po", found->incoming->locale->tag,
                                            found->incoming->domain);
    found->path = locate_in_project(plan->project, rest);
    found->returned = merge(plan, found, diags);
    return found;
}

void
return_free(Return *found)
{
    if (found == NULL)
        return;
    incoming_free(found->incoming);
    g_free(found->path);
    returned_free(found->returned);
    g_free(found);
}

GPtrArray *
return_domains(const GPtrArray *templates)
{
    GPtrArray *domains = g_ptr_array_new();

    for (guint i = 0; i < templates->len; i++)
        g_ptr_array_add(domains, (gpointer) ((const Template *) templates->pdata[i])->domain);
    return domains;
}
