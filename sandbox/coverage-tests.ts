/** Tests that send every method a working request and spoiled ones: shapes, required parameters, refusals. */
const walks = ['rest-shapes', 'documented-errors']

/** Beside the walks: the tests of `test/sandbox` that hold what a family of methods does, by how its names begin. */
const families: Record<string, string[]> = {
  'app.info': ['calls', 'oauth'],
  'app.option': ['rights', 'schema'],
  batch: ['batch', 'limits', 'fault-catalogue'],
  'bizproc.': ['robots'],
  'calendar.': ['work-time'],
  'crm.activity.': ['activities', 'host-page-timeline'],
  'crm.address': ['legal-data', 'legacy-items'],
  'crm.automation': ['outside-channels'],
  'crm.category': ['schema', 'events'],
  'crm.company': ['legacy-items', 'filters'],
  'crm.currency': ['schema'],
  'crm.deal': ['legacy-items'],
  'crm.documentgenerator': ['documents-and-disk'],
  'crm.duplicate': ['calls', 'legal-data'],
  'crm.item': ['items', 'filters', 'rights'],
  'crm.lead': ['legacy-items'],
  'crm.requisite': ['legal-data'],
  'crm.stagehistory': ['items'],
  'crm.status': ['schema'],
  'crm.timeline': ['timeline-records', 'rights'],
  'crm.type': ['schema'],
  'department.': ['schema'],
  'disk.': ['documents-and-disk', 'outside-calls'],
  'event.': ['events', 'rights'],
  events: ['events', 'event-shapes'],
  'feature.': ['events'],
  'im.chat': ['messages'],
  'im.dialog': ['messages'],
  'im.message': ['messages'],
  'im.notify': ['items', 'portal-pages'],
  'im.recent': ['messages'],
  'imbot.': ['outside-channels'],
  'imconnector.': ['outside-channels'],
  'imopenlines.': ['outside-channels'],
  'method.get': ['schema'],
  'placement.': ['host-page-placements', 'rights'],
  profile: ['oauth', 'rights'],
  scope: ['schema'],
  'server.time': ['batch', 'limits'],
  'task.': ['tasks'],
  'tasks.': ['tasks'],
  'telephony.': ['outside-calls'],
  'timeman.': ['work-time'],
  'user.': ['schema'],
  'userfieldconfig.': ['schema'],
  'userfieldtype.': ['host-page-fields'],
}

/** Contacts go through the code of leads, deals and companies, and their tests. */
const likeCompanies = /^crm\.contact\./

/** The tests of `test/sandbox` that a method is held by. */
export function testsOf(method: string): string[] {
  const name = method.replace(likeCompanies, 'crm.company.')
  const family = Object.keys(families).find((beginning) => name.startsWith(beginning))
  return [...walks, ...(family === undefined ? [] : (families[family] ?? []))]
}

/** What the table above speaks of, for the test that holds it. */
export const testedFamilies: Readonly<Record<string, string[]>> = families
