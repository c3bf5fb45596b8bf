import type { Transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import type { Matter, Unheard } from './matters'
import type { AssociationDocument } from './store'

/** Makes the ids of notices: a command's own, so that a retry makes them again. */
interface Writer {
  now: number
  newId(label: string): string
}

/**
 * Tells everybody who has to decide and the deputies of those who are away, inside the caller's transaction. One request
 * each.
 */
export async function tellDeciders(
  tx: Transaction,
  { now, newId }: Writer,
  { target, asker, asked, stillWaits, summary }: Matter,
  { told, late = false }: { told: readonly string[]; late?: boolean },
): Promise<void> {
  for (const employeeId of told)
    await notify(tx, {
      _id: newId(`notice ${employeeId}`),
      employeeId,
      kind: 'todo',
      from: asker.name,
      fromId: asker.employeeId,
      title: late ? stillWaits : asked,
      body: summary,
      at: now,
      target,
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
  { now, newId }: Writer,
  { target, asker, called }: Unheard,
  { level, keepers }: { level: string; keepers: readonly string[] },
): Promise<void> {
  // Whoever asked reads it as theirs.
  for (const employeeId of keepers.filter(id => id !== asker.employeeId))
    await notify(tx, {
      _id: newId(`notice ${employeeId}`),
      employeeId,
      kind: 'todo',
      from: asker.name,
      fromId: asker.employeeId,
      title: `${called}没有人能审批`,
      body: `「${level}」这一步现在没有同事能决定。请安排一位${level}，申请会自动转给他。`,
      at: now,
      // They see to the role; the matter itself is not theirs to read.
      target: { kind: 'roles', id: target.id },
    })
  await notify(tx, {
    _id: newId('notice asker'),
    employeeId: asker.employeeId,
    kind: 'union',
    title: `${called}暂时没有人能审批`,
    body: `「${level}」这一步现在没有同事能决定，已经请人力资源安排，有人接手就继续。`,
    at: now,
    target,
  })
}

/**
 * Tells those who see to it that roles are held that an association has lost its president, and leads them to where the
 * office is handed over; inside the caller's transaction. One request each.
 */
export async function tellVacated(
  tx: Transaction,
  { now, newId }: Writer,
  { name, president }: Pick<AssociationDocument, 'name' | 'president'>,
  keepers: readonly string[],
): Promise<void> {
  for (const employeeId of keepers)
    await notify(tx, {
      _id: newId(`notice ${employeeId}`),
      employeeId,
      kind: 'todo',
      title: `${name}的会长离职了，请交接`,
      body: '选一位会员接任。在那以前，入会申请没有人能审批。',
      at: now,
      target: { kind: 'leaving', id: president.employeeId },
    })
}
