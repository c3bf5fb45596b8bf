import type { booking } from '@domain/booking/contract'
import { areUnits, unitsMax, type VenueSort } from '@domain/booking/facility'
import type { InputOf, OutputOf } from '@domain/kernel/contract'

type Opened = OutputOf<typeof booking.openFacilityForm>

/** A court or room as the form holds it; a new one has no id yet. */
export interface UnitDraft {
  unitId?: string
  name: string
}

export interface PlaceDraft {
  name: string
  site: string
  place: string
  /** An upload, or what is kept. */
  coverFileId: string | null
  /** `gym`: no courts. */
  sort: VenueSort | 'gym'
  slotMinutes: string
  isPrivate: boolean
  advice: string
  units: UnitDraft[]
}

export const emptyPlace = (site: string): PlaceDraft => ({
  ...{ name: '', site, place: '', coverFileId: null, sort: 'badminton', slotMinutes: '60' },
  ...{ isPrivate: false, advice: '', units: [{ name: '1 号场' }] },
})

export const placeDraftOf = ({ facility, place, coverFileId, venue }: Opened): PlaceDraft => ({
  ...emptyPlace(facility.site),
  ...{ name: facility.name, place, coverFileId },
  ...(venue
    ? { advice: venue.advice, units: venue.units, slotMinutes: String(venue.slotMinutes) }
    : { sort: 'gym' as const, units: [] }),
})

/** What is missing or wrong; undefined: it can be sent. */
export function placeProblem(draft: PlaceDraft): string | undefined {
  if (draft.name.trim() === '') return '写上名字'
  if (draft.site.trim() === '') return '写上城市'
  if ([...draft.place.trim()].length < 2) return '写上在哪里，几楼几号'
  if (draft.coverFileId === null) return '选一张照片'
  if (draft.sort === 'gym') return undefined
  const minutes = Number(draft.slotMinutes)
  if (!/^\d{1,3}$/.test(draft.slotMinutes) || minutes < 15 || minutes > 240)
    return '一次约多久：写 15 到 240 分钟'
  if (draft.units.some(({ name }) => name.trim() === '')) return '每个场地写一个名字'
  const named = draft.units.map(({ name }, index) => ({ unitId: String(index), name: name.trim() }))
  return areUnits(named) ? undefined : `场地 1 到 ${unitsMax} 个，名字不重复`
}

const described = ({ name, site, place }: PlaceDraft) => ({
  name: name.trim(),
  site: site.trim(),
  place: place.trim(),
})

export function toAdded(draft: PlaceDraft): InputOf<typeof booking.addFacility> {
  const { sort, slotMinutes, isPrivate, advice, units, coverFileId } = draft
  const shared = { ...described(draft), coverFileId: coverFileId ?? '' }
  if (sort === 'gym') return shared
  const names = units.map(({ name }) => name.trim())
  const venue = { sort, isPrivate, slotMinutes: Number(slotMinutes), advice: advice.trim(), units: names }
  return { ...shared, venue }
}

/** @param before what was kept: a picture is sent only where it is another one */
export function toDescribed(before: Opened, draft: PlaceDraft): InputOf<typeof booking.describeFacility> {
  const { coverFileId, advice, units } = draft
  const isNew = coverFileId !== null && coverFileId !== before.coverFileId
  const named = units.map(unit => ({ ...unit, name: unit.name.trim() }))
  return {
    facilityId: before.facility.facilityId,
    ...described(draft),
    ...(isNew ? { coverFileId } : {}),
    ...(before.venue ? { venue: { advice: advice.trim(), units: named } } : {}),
  }
}
