import { spanLabel } from '@domain/booking/wording'
import type { Transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import type { EventDocument, FoundingDocument } from './store'

/** Makes the ids of notices: a command's own, so that a retry makes them again. */
interface Writer {
  now: number
  newId(label: string): string
}

/** What somebody asks the union for, as those who decide and the one who asked read of it. */
export interface Matter {
  target: { kind: 'founding' | 'event'; id: string }
  asker: { employeeId: string; name: string }
  asked: string
  stillWaits: string
  /** What those who decide read below it. */
  summary: string
  approved: { title: string; body: (by: string) => string }
  refused: string
  /** "「桌游社」的创办申请" */
  called: string
}

export function foundingMatter({ _id, applicant, name, reason }: FoundingDocument): Matter {
  return {
    target: { kind: 'founding', id: _id },
    asker: applicant,
    asked: `${applicant.name}想创办${name}`,
    stillWaits: `${applicant.name}创办${name}的申请还在等你`,
    summary: reason,
    approved: { title: `${name}成立了，你是会长`, body: () => '先把介绍和第一场活动写好，就可以招人了。' },
    refused: `创办${name}的申请没有通过`,
    called: `${name}的创办申请`,
  }
}

/** An event, or a change of one that has been agreed to, whichever it is that waits. */
export function eventMatter(event: EventDocument): Matter {
  if (event.change) return changeMatter(event)
  const { _id, host, title, startsAt, endsAt } = event
  return {
    target: { kind: 'event', id: _id },
    asker: host,
    asked: `${host.name}想办「${title}」`,
    stillWaits: `「${title}」还在等你同意`,
    summary: spanLabel(startsAt, endsAt),
    approved: { title: `工会同意了「${title}」`, body: by => `${by}已经同意，可以报名了。` },
    refused: `工会没有同意「${title}」`,
    called: `「${title}」`,
  }
}

export function changeMatter({ _id, host, title, change, startsAt, endsAt }: EventDocument): Matter {
  const { startsAt: from, endsAt: until } = change ?? { startsAt, endsAt }
  const place = change ? `${change.venue.name} · ${change.capacity} 个名额` : ''
  return {
    target: { kind: 'event', id: _id },
    asker: host,
    asked: `${host.name}想改「${title}」`,
    stillWaits: `「${title}」的改动还在等你同意`,
    summary: `${spanLabel(from, until)} · ${place}`,
    approved: { title: `工会同意了「${title}」的改动`, body: by => `${by}已经同意，改好了。` },
    refused: `工会没有同意「${title}」的改动`,
    called: `「${title}」的改动`,
  }
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
 * caller's transaction. One request each.
 * @param level the node's title: "工会主席"
 */
export async function tellStranded(
  tx: Transaction,
  { now, newId }: Writer,
  { target, asker, called }: Matter,
  { level, keepers }: { level: string; keepers: readonly string[] },
): Promise<void> {
  for (const employeeId of keepers)
    await notify(tx, {
      _id: newId(`notice ${employeeId}`),
      employeeId,
      kind: 'todo',
      from: asker.name,
      title: `${called}没有人能审批`,
      body: `「${level}」这一步现在没有同事能决定。请安排一位${level}，申请会自动转给他。`,
      at: now,
      // They see to the role; the matter itself is not theirs to read.
      target: null,
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
