import { createConnection, type Socket } from 'node:net'

/**
 * Just enough of PostgreSQL's protocol (version 3) to measure it from this process: one connection over a Unix socket
 * without a password, one question at a time, values as text.
 */
export class PostgresWire {
  readonly #socket: Socket
  #received: Buffer = Buffer.alloc(0)
  #rows: string[][] = []
  #refused: Error | null = null
  #waiting: { until: string; resolve: (rows: string[][]) => void; reject: (error: Error) => void } | null = null

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (chunk) => this.#take(chunk))
    const fail = (error: Error) => this.#waiting?.reject(error)
    socket.on('error', fail)
    socket.on('close', () => fail(new Error('PostgreSQL closed the connection')))
  }

  static async connect(socketPath: string, user: string, database: string): Promise<PostgresWire> {
    const socket = createConnection(socketPath)
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('error', reject)
    })
    const wire = new PostgresWire(socket)
    const body = Buffer.concat([
      int32(196_608),
      text('user'),
      text(user),
      text('database'),
      text(database),
      Buffer.of(0),
    ])
    await wire.#send(Buffer.concat([int32(body.length + 4), body]), 'Z')
    return wire
  }

  /** Runs one or several statements. Rejects with the server's message. */
  query(sql: string): Promise<string[][]> {
    return this.#send(message('Q', text(sql)), 'Z')
  }

  prepare(name: string, sql: string): Promise<string[][]> {
    return this.#send(Buffer.concat([message('P', text(name), text(sql), int16(0)), message('S')]), 'Z')
  }

  execute(name: string, values: readonly (string | number)[]): Promise<string[][]> {
    const parameters = values.flatMap((value) => {
      const bytes = Buffer.from(String(value))
      return [int32(bytes.length), bytes]
    })
    const bind = message('B', text(''), text(name), int16(0), int16(values.length), ...parameters, int16(0))
    return this.#send(Buffer.concat([bind, message('E', text(''), int32(0)), message('S')]), 'Z')
  }

  /** Fills a table from rows of numbers. */
  async copyInto(table: string, rows: Iterable<readonly (string | number)[]>): Promise<void> {
    await this.#send(message('Q', text(`COPY ${table} FROM STDIN`)), 'G')
    let lines: string[] = []
    const flush = async () => {
      const isRoomLeft = this.#socket.write(message('d', Buffer.from(lines.join(''))))
      lines = []
      if (!isRoomLeft) await new Promise((resolve) => this.#socket.once('drain', resolve))
    }
    for (const row of rows) if (lines.push(`${row.join('\t')}\n`) >= 10_000) await flush()
    await flush()
    await this.#send(message('c'), 'Z')
  }

  close(): void {
    this.#socket.end(message('X'))
  }

  #send(bytes: Buffer, until: string): Promise<string[][]> {
    return new Promise((resolve, reject) => {
      this.#rows = []
      this.#refused = null
      this.#waiting = { until, resolve, reject }
      this.#socket.write(bytes)
    })
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
    let at = 0
    while (this.#received.length - at >= 5) {
      const length = this.#received.readInt32BE(at + 1) + 1
      if (this.#received.length - at < length) break
      this.#handle(String.fromCharCode(this.#received[at]!), this.#received.subarray(at + 5, at + length))
      at += length
    }
    this.#received = this.#received.subarray(at)
  }

  #handle(kind: string, body: Buffer): void {
    if (kind === 'D') this.#rows.push(columnsOf(body))
    if (kind === 'E') this.#refused = new Error(messageOf(body))
    // After a refusal the server is ready again, and only then.
    if (kind !== 'Z' && (kind !== this.#waiting?.until || this.#refused)) return
    const waiting = this.#waiting
    this.#waiting = null
    if (this.#refused) waiting?.reject(this.#refused)
    else waiting?.resolve(this.#rows)
  }
}

function message(kind: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body])
}

function columnsOf(body: Buffer): string[] {
  const columns: string[] = []
  let at = 2
  for (let column = body.readInt16BE(0); column > 0; column--) {
    const length = body.readInt32BE(at)
    columns.push(length < 0 ? '' : body.toString('utf8', at + 4, at + 4 + length))
    at += 4 + Math.max(0, length)
  }
  return columns
}

/** Fields of an error, each a letter and a text: M is the message. */
function messageOf(body: Buffer): string {
  const fields = body.toString('utf8').split('\0')
  return fields.find((field) => field.startsWith('M'))?.slice(1) ?? 'PostgreSQL refused'
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`)
}
