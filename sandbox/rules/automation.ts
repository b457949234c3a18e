import type { Item } from '../state/items.ts'
import { documentOf } from './bizproc/documents.ts'
import { startRun } from './bizproc/runs.ts'
import type { Call } from './method.ts'

/** What the portal does by itself when an item is put on a stage: the robots standing there run, each by itself. */
export function stageEntered(call: Call, item: Item): void {
  const stageId = item.values['stageId']
  if (stageId == null) return
  const { portal } = call
  for (const robot of portal.state.automation.stageRobots.list()) {
    if (robot.entityTypeId !== item.entityTypeId || robot.stageId !== stageId) continue
    startRun(portal, {
      document: documentOf(item.entityTypeId, item.id),
      templateId: null,
      startedBy: null,
      steps: [{ kind: 'program', programKind: 'robot', code: robot.code, properties: robot.properties }],
      parameters: {},
    })
  }
}
