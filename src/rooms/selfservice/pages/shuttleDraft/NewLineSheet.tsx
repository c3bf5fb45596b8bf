import type { Agency, Line, Stop } from '@domain/selfservice/network'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { newId } from './StopsSheet'

export interface NewLineSheetProps {
  agencies: readonly Agency[]
  stops: readonly Stop[]
  open: boolean
  onClose: () => void
  onSave: (line: Line) => Promise<unknown>
}

interface StopChoiceProps {
  label: string
  stops: readonly Stop[]
  value: string
  onChange: (stopId: string) => void
}

function StopChoice({ label, stops, value, onChange }: StopChoiceProps) {
  return (
    <>
      <View className="t12 secondary mt-8">{label}</View>
      <View className="draft__choices draft__wrap" {...spokenAs('group')} aria-label={label}>
        {stops.map(({ stopId, name }) => (
          <Chip key={stopId} on={stopId === value} label={`${label}：${name}`} onTap={() => onChange(stopId)}>
            {name}
          </Chip>
        ))}
      </View>
    </>
  )
}

/** A line to begin with: its name, its site and its two ends. Stops between and trips come in the editor. */
export function NewLineSheet({ agencies, stops, open, onClose, onSave }: NewLineSheetProps) {
  const [name, setName] = useState('')
  const [agencyId, setAgencyId] = useState(agencies[0]?.agencyId ?? '')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const nameOf = (id: string) => stops.find(({ stopId }) => stopId === id)?.name ?? ''
  const isReady = name.trim() !== '' && agencyId !== '' && from !== '' && to !== '' && from !== to
  const save = () =>
    onSave({
      lineId: newId('line'),
      agencyId,
      name: name.trim(),
      path: `${nameOf(from)} — ${nameOf(to)}`,
      note: '',
      directions: [{ directionId: '0', headsign: nameOf(to), stopIds: [from, to], trips: [] }],
    })
  return (
    <Sheet
      open={open}
      title="加一条线"
      onClose={onClose}
      note={isReady ? '中间的站和班次，下一步再加' : '写名字，选园区和两头的站'}
      action={
        <Button disabled={!isReady} onTap={save}>
          加上
        </Button>
      }
    >
      <Field label="叫什么" maxLength={30} value={name} onChange={setName} placeholder="5 号线" />
      <View className="draft__choices draft__wrap" {...spokenAs('group')} aria-label="哪个园区">
        {agencies.map(agency => (
          <Chip
            key={agency.agencyId}
            on={agency.agencyId === agencyId}
            onTap={() => setAgencyId(agency.agencyId)}
          >
            {agency.name}
          </Chip>
        ))}
      </View>
      <StopChoice label="从哪一站" stops={stops} value={from} onChange={setFrom} />
      <StopChoice label="到哪一站" stops={stops} value={to} onChange={setTo} />
    </Sheet>
  )
}
