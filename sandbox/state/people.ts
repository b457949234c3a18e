import type { Db } from './database.ts'

export const peopleSchema = `
  CREATE TABLE IF NOT EXISTS person (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, last_name TEXT NOT NULL, second_name TEXT NOT NULL, email TEXT NOT NULL,
    work_position TEXT NOT NULL, departments TEXT NOT NULL, is_admin INTEGER NOT NULL, active INTEGER NOT NULL,
    phone_inner TEXT, gender TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS department (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, parent_id INTEGER, head_id INTEGER, sort INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS access_right (
    holder TEXT NOT NULL, entity_type_id INTEGER NOT NULL, read TEXT NOT NULL, write TEXT NOT NULL, add_reach TEXT NOT NULL,
    delete_reach TEXT NOT NULL, moves TEXT, PRIMARY KEY (holder, entity_type_id)) WITHOUT ROWID;
`

export type Reach = 'all' | 'department' | 'own' | 'none'

export interface Person {
  id: number
  name: string
  lastName: string
  secondName: string
  email: string
  workPosition: string
  departmentIds: number[]
  isAdmin: boolean
  active: boolean
  phoneInner: string | null
  gender: 'M' | 'F' | ''
}

export interface Department {
  id: number
  name: string
  parentId: number | null
  headId: number | null
  sort: number
}

/** What somebody may do with the items of one type. */
export interface AccessRight {
  /** Whose right it is: the people of department 2 `D2`, its head `H2`, the person 5 `U5`. */
  holder: string
  entityTypeId: number
  read: Reach
  write: Reach
  add: Reach
  delete: Reach
  /** Stages that items may be moved to; null: all of them. */
  moves: string[] | null
}

interface PersonRow {
  id: number
  name: string
  last_name: string
  second_name: string
  email: string
  work_position: string
  departments: string
  is_admin: number
  active: number
  phone_inner: string | null
  gender: 'M' | 'F' | ''
}

export type PeopleState = ReturnType<typeof createPeopleState>

/** Employees, departments and what each of them may read, change, add, delete and move. */
export function createPeopleState(db: Db) {
  const persons = db.prepare<[], PersonRow>('SELECT * FROM person ORDER BY id')
  const person = db.prepare<[number], PersonRow>('SELECT * FROM person WHERE id = ?')
  const departments = db.prepare<[], Department>(
    'SELECT id, name, parent_id AS parentId, head_id AS headId, sort FROM department ORDER BY id',
  )
  const rights = db.prepare<[], Omit<AccessRight, 'moves'> & { moves: string | null }>(
    `SELECT holder, entity_type_id AS entityTypeId, read, write, add_reach AS "add", delete_reach AS "delete", moves
     FROM access_right`,
  )
  const addPerson = db.prepare(
    `INSERT INTO person (id, name, last_name, second_name, email, work_position, departments, is_admin, active, phone_inner, gender)
     VALUES (@id, @name, @lastName, @secondName, @email, @workPosition, @departments, @isAdmin, @active, @phoneInner, @gender)`,
  )
  const addDepartment = db.prepare(
    'INSERT INTO department (id, name, parent_id, head_id, sort) VALUES (@id, @name, @parentId, @headId, @sort)',
  )
  const setRight = db.prepare(
    `INSERT OR REPLACE INTO access_right (holder, entity_type_id, read, write, add_reach, delete_reach, moves)
     VALUES (@holder, @entityTypeId, @read, @write, @add, @delete, @moves)`,
  )
  const setActive = db.prepare('UPDATE person SET active = ? WHERE id = ?')
  const setAdmin = db.prepare('UPDATE person SET is_admin = ? WHERE id = ?')
  return {
    list: (): Person[] => persons.all().map(toPerson),
    get(id: number): Person | null {
      const row = person.get(id)
      return row ? toPerson(row) : null
    },
    departments: (): Department[] => departments.all(),
    rights: (): AccessRight[] =>
      rights.all().map((row) => ({ ...row, moves: row.moves === null ? null : (JSON.parse(row.moves) as string[]) })),
    addPerson(value: Person): void {
      addPerson.run({
        ...value,
        departments: JSON.stringify(value.departmentIds),
        isAdmin: value.isAdmin ? 1 : 0,
        active: value.active ? 1 : 0,
      })
    },
    addDepartment: (value: Department): void => void addDepartment.run(value),
    /** Takes the place of what that holder had for that type. `portal.rights.forget()` must follow. */
    setRight: (value: AccessRight): void =>
      void setRight.run({ ...value, moves: value.moves === null ? null : JSON.stringify(value.moves) }),
    setActive: (id: number, active: boolean): void => void setActive.run(active ? 1 : 0, id),
    setAdmin: (id: number, isAdmin: boolean): void => void setAdmin.run(isAdmin ? 1 : 0, id),
  }
}

function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    lastName: row.last_name,
    secondName: row.second_name,
    email: row.email,
    workPosition: row.work_position,
    departmentIds: JSON.parse(row.departments) as number[],
    isAdmin: row.is_admin === 1,
    active: row.active === 1,
    phoneInner: row.phone_inner,
    gender: row.gender,
  }
}
