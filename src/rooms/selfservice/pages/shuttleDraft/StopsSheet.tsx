import type { Stop } from '@domain/selfservice/network'
import { useState } from 'react'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { Sheet } from '@/ui/sheet/Sheet'

/** As it is typed. */
interface StopDraft {
  stopId: string
  name: string
  note: string
  latitude: string
  longitude: string
}

const emptyStop = (): StopDraft => ({
  stopId: newId('stop'),
  name: '',
  note: '',
  latitude: '',
  longitude: '',
})

export const newId = (prefix: string) => `${prefix}-${Math.random().toString(36).slice(2, 10)}`

const isDegrees = (text: string, max: number) =>
  /^-?\d{1,3}(\.\d+)?$/.test(text.trim()) && Math.abs(Number(text)) <= max

function problemOf({ name, latitude, longitude }: StopDraft): string | undefined {
  if (name.trim() === '') return '写一下站名'
  if (!isDegrees(latitude, 90) || !isDegrees(longitude, 180)) return '经纬度写数字，例如 31.2893 和 121.1622'
  return undefined
}

const stopOf = ({ latitude, longitude, name, note, stopId }: StopDraft): Stop => ({
  ...{ stopId, name: name.trim(), note: note.trim() },
  latitude: Number(latitude),
  longitude: Number(longitude),
})

export interface StopsSheetProps {
  stops: readonly Stop[]
  /** Stops that some line calls at: they have to stay. */
  used: ReadonlySet<string>
  open: boolean
  onClose: () => void
  onSave: (stops: Stop[]) => Promise<unknown>
}

interface StopFormProps {
  draft: StopDraft
  change: (draft: StopDraft) => void
  /** It is in the draft already. */
  old: boolean
  /** Nothing calls at it, so that it may go. */
  removable: boolean
  onBack: () => void
  onPut: (stop: Stop) => Promise<unknown>
  onRemove: () => Promise<unknown>
}

function StopForm({ draft, change, old, removable, onBack, onPut, onRemove }: StopFormProps) {
  const problem = problemOf(draft)
  const field = (part: Partial<StopDraft>) => change({ ...draft, ...part })
  return (
    <Sheet
      open
      title={old ? '改站点' : '加站点'}
      onClose={onBack}
      note={problem ?? '存进草稿，发布以后才变'}
      action={
        <>
          {removable ? (
            <Button kind="danger" onTap={onRemove}>
              去掉
            </Button>
          ) : null}
          <Button disabled={problem !== undefined} onTap={() => onPut(stopOf(draft))}>
            存
          </Button>
        </>
      }
    >
      <Field label="站名" maxLength={60} value={draft.name} onChange={name => field({ name })} />
      <Field
        label="在哪里等，可以不写"
        maxLength={200}
        value={draft.note}
        onChange={note => field({ note })}
      />
      <Field label="纬度" value={draft.latitude} onChange={latitude => field({ latitude })} />
      <Field label="经度" value={draft.longitude} onChange={longitude => field({ longitude })} />
    </Sheet>
  )
}

/** Every stop of the network, changed one by one. */
export function StopsSheet({ stops, used, open, onClose, onSave }: StopsSheetProps) {
  const [draft, setDraft] = useState<StopDraft>()
  const edit = (stop: Stop) =>
    setDraft({ ...stop, latitude: String(stop.latitude), longitude: String(stop.longitude) })
  const save = async (next: Stop[]) => {
    if ((await onSave(next)) !== undefined) setDraft(undefined)
  }
  if (open && draft) {
    const old = stops.some(({ stopId }) => stopId === draft.stopId)
    const put = (stop: Stop) =>
      save(old ? stops.map(one => (one.stopId === stop.stopId ? stop : one)) : [...stops, stop])
    return (
      <StopForm
        {...{ draft, old }}
        change={setDraft}
        removable={old && !used.has(draft.stopId)}
        onBack={() => setDraft(undefined)}
        onPut={put}
        onRemove={() => save(stops.filter(({ stopId }) => stopId !== draft.stopId))}
      />
    )
  }
  return (
    <Sheet
      open={open}
      title="站点"
      onClose={onClose}
      action={
        <Button icon="plus" onTap={() => setDraft(emptyStop())}>
          加一站
        </Button>
      }
    >
      {stops.map(stop => (
        <ListRow
          key={stop.stopId}
          title={stop.name}
          meta={stop.note || undefined}
          end={used.has(stop.stopId) ? undefined : '没有线路停'}
          onTap={() => edit(stop)}
        />
      ))}
    </Sheet>
  )
}
