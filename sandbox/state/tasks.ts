import type { Db } from './database.ts'
import type { MakeShelf } from './shelf.ts'

export const taskSchema = `
  CREATE TABLE IF NOT EXISTS task (id INTEGER PRIMARY KEY, fields TEXT NOT NULL);
`

/** A task. Moments are seconds since the epoch. */
export interface Task {
  id: number
  title: string
  description: string
  /** 2 waiting, 3 in progress, 4 waiting for control, 5 completed, 6 deferred. */
  status: number
  /** 0 low, 1 average, 2 high. */
  priority: number
  createdBy: number
  responsibleId: number
  accomplices: number[]
  auditors: number[]
  groupId: number
  parentId: number | null
  deadline: number | null
  startPlan: number | null
  endPlan: number | null
  /** Cards it is bound to: `D_10`, `T40c_6`. */
  crm: string[]
  tags: string[]
  created: number
  changed: number
  changedBy: number
  statusChanged: number
  closed: number | null
  closedBy: number | null
  /** When work on it began. */
  started?: number | null
  /** The creator looks at what was done before it counts as done. */
  isControlled?: boolean
}

export type TaskState = ReturnType<typeof createTaskState>

export function createTaskState(db: Db) {
  const save = db.prepare('INSERT OR REPLACE INTO task (id, fields) VALUES (?, ?)')
  const one = db.prepare<[number], { fields: string }>('SELECT fields FROM task WHERE id = ?')
  const all = db.prepare<[], { fields: string }>('SELECT fields FROM task ORDER BY id')
  const remove = db.prepare('DELETE FROM task WHERE id = ?')
  const toTask = (row: { fields: string }): Task => JSON.parse(row.fields) as Task
  return {
    save: (task: Task): void => void save.run(task.id, JSON.stringify(task)),
    get(id: number): Task | null {
      const row = one.get(id)
      return row ? toTask(row) : null
    },
    list: (): Task[] => all.all().map(toTask),
    remove: (id: number): void => void remove.run(id),
  }
}

export interface TaskComment {
  id: number
  taskId: number
  authorId: number
  text: string
  /** Seconds. */
  posted: number
  /** Files of the disk. */
  fileIds: number[]
}

/** A comment that says what came of the task; closed once the task is completed. */
export interface TaskResult {
  id: number
  taskId: number
  commentId: number
  createdBy: number
  text: string
  /** Seconds. */
  created: number
  updated: number
  isClosed: boolean
}

export const taskMark = (taskId: number): string => `task/${taskId}`

export const createTaskTalk = (shelf: MakeShelf) => ({
  comments: shelf<TaskComment>('taskComment', (comment) => [taskMark(comment.taskId)]),
  results: shelf<TaskResult>('taskResult', (result) => [taskMark(result.taskId), `comment/${result.commentId}`]),
})
