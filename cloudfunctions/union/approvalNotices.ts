import type { Transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import type { Matter, Unheard } from './matters'
import type { AssociationDocument } from './store'

/** Makes the ids of notices: a command's own, so that a retry makes them again. */
interface Writer {
  now: number
  newId(label: string): string
}

interface Todo {
  title: string
  body: string
  target: Parameters<typeof notify>[1]['target']
  /** Whose matter it is; absent: nobody's. */
  from?: Matter['asker']
}

/** Puts the same thing to do before several. One request each. */
async function tellEach(
  tx: Transaction,
  { now, newId }: Writer,
  told: readonly string[],
  { from, ...words }: Todo,
): Promise<void> {
  const whose = from ? { from: from.name, fromId: from.employeeId } : {}
  for (const employeeId of told)
    await notify(tx, {
      _id: newId(`notice ${employeeId}`),
      employeeId,
      kind: 'todo',
      ...whose,
      ...words,
      at: now,
    })
}

/**
 * Tells everybody who has to decide and the deputies of those who are away, inside the caller's transaction. One request
 * each.
 */
export function tellDeciders(
  tx: Transaction,
  writer: Writer,
  { target, asker, asked, stillWaits, summary }: Matter,
  { told, late = false }: { told: readonly string[]; late?: boolean },
): Promise<void> {
  return tellEach(tx, writer, told, {
    title: late ? stillWaits : asked,
    body: summary,
    target,
    from: asker,
  })
}

/** Tells whoever asked how it ended, inside the caller's transaction. One request. */
export async function tellAsker(
  tx: Transaction,
  { now, newId }: Writer,
  { target, asker, approved, refused }: Matter,
  { isApproved, reason, by }: { isApproved: boolean; reason: string | null; by: string },
): Promise<void> {
  await notify(tx, {
    _id: newId('notice asker'),
    employeeId: asker.employeeId,
    kind: 'union',
    title: isApproved ? approved.title : refused,
    body: reason ?? (isApproved ? approved.body(by) : `${by}没有写理由。`),
    at: now,
    target,
  })
}

/**
 * Tells those who see to it that roles are held, and whoever asked, that nobody is left who may decide; inside the
 * caller's transaction. One request each. Once somebody is, theirs is settled: see `reseat`.
 * @param level the node's title: "工会主席"
 */
export async function tellStranded(
  tx: Transaction,
  writer: Writer,
  { target, asker, called }: Unheard,
  { level, keepers }: { level: string; keepers: readonly string[] },
): Promise<void> {
  // Whoever asked reads it as theirs.
  const others = keepers.filter(id => id !== asker.employeeId)
  await tellEach(tx, writer, others, {
    title: `${called}没有人能审批`,
    body: `「${level}」这一步现在没有同事能决定。请安排一位${level}，申请会自动转给他。`,
    // They see to the role; the matter itself is not theirs to read.
    target: { kind: 'roles', id: target.id },
    from: asker,
  })
  await notify(tx, {
    _id: writer.newId('notice asker'),
    employeeId: asker.employeeId,
    kind: 'union',
    title: `${called}暂时没有人能审批`,
    body: `「${level}」这一步现在没有同事能决定，已经请人力资源安排，有人接手就继续。`,
    at: writer.now,
    target,
  })
}

/**
 * Tells those who see to it that roles are held that an association has lost its president, and leads them to where the
 * office is handed over; inside the caller's transaction. One request each.
 */
export function tellVacated(
  tx: Transaction,
  writer: Writer,
  { name, president }: Pick<AssociationDocument, 'name' | 'president'>,
  keepers: readonly string[],
): Promise<void> {
  return tellEach(tx, writer, keepers, {
    title: `${name}的会长离职了，请交接`,
    body: '选一位会员接任。在那以前，入会申请没有人能审批。',
    target: { kind: 'leaving', id: president.employeeId },
  })
}
