import { spanLabel } from '@domain/booking/wording'
import type { EventDocument, FoundingDocument, MembershipDocument } from './store'

/** What somebody asks the union for, as those who decide and the one who asked read of it. */
export interface Matter {
  target: { kind: 'founding' | 'event' | 'application'; id: string }
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

/** What of it is said where nobody may decide it. */
export type Unheard = Pick<Matter, 'target' | 'asker' | 'called'>

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

/** An application to join, as whoever has asked reads that nobody decides it. */
export function applicationMatter({
  _id,
  applicant,
  associationName,
}: Pick<MembershipDocument, '_id' | 'applicant' | 'associationName'>): Unheard {
  return {
    target: { kind: 'application', id: _id },
    asker: applicant,
    called: `加入${associationName}的申请`,
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
