import { unitsMax } from '@domain/booking/facility'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { facilityQueries } from '../../outdated'
import type { UnitDraft } from './placeDraft'

interface UnitFieldsProps {
  /** Absent: it is not made yet, and courts go without anybody being told. */
  facilityId: string | undefined
  units: readonly UnitDraft[]
  onChange: (units: UnitDraft[]) => void
}

interface RetireSheetProps {
  facilityId: string
  unit: UnitDraft | undefined
  onRetired: (unitId: string) => void
  onClose: () => void
}

/** Closes one court for good: those who have booked it are told why. */
function RetireSheet({ facilityId, unit, onRetired, onClose }: RetireSheetProps) {
  const [reason, setReason] = useState('')
  const unitId = unit?.unitId ?? ''
  const retire = useCommand(api.booking.retireUnit, {
    outdates: facilityQueries,
    onDone: () => {
      setReason('')
      onRetired(unitId)
      onClose()
      toast.show('关掉了，约了的同事会收到通知，押金退回')
    },
  })
  const why = reason.trim()
  return (
    <Sheet
      open={unit !== undefined}
      title={`不再开放${unit?.name ?? ''}`}
      onClose={onClose}
      note="关掉就约不了了；只停几天，请用「停用」"
      action={
        <Button
          kind="dangerFilled"
          disabled={[...why].length < limits.reasonMin}
          onTap={() => retire.run({ facilityId, unitId, reason: why })}
        >
          关掉并通知
        </Button>
      }
    >
      <Field
        label="为什么，约了的同事会看到"
        maxLength={limits.reasonMax}
        value={reason}
        placeholder="改成了库房"
        onChange={setReason}
      />
    </Sheet>
  )
}

/** The courts or rooms that are booked by themselves. */
export function UnitFields({ facilityId, units, onChange }: UnitFieldsProps) {
  const [retiring, setRetiring] = useState<UnitDraft>()
  const drop = (index: number) => onChange(units.filter((_unit, at) => at !== index))
  return (
    <Card>
      <View className="t16 medium">场地</View>
      {units.map((unit, index) => (
        <View key={unit.unitId ?? `new ${index}`} className="row gap-12">
          <View className="grow">
            <Field
              label={`第 ${index + 1} 个场地`}
              maxLength={limits.nameMax}
              value={unit.name}
              onChange={name => onChange(units.map((one, at) => (at === index ? { ...one, name } : one)))}
            />
          </View>
          <Button
            kind="text"
            size="small"
            label={`${unit.unitId === undefined ? '去掉' : '关掉'}${unit.name}`}
            disabled={units.length === 1}
            onTap={() => (unit.unitId === undefined ? drop(index) : setRetiring(unit))}
          >
            {unit.unitId === undefined ? '去掉' : '关掉'}
          </Button>
        </View>
      ))}
      {units.length < unitsMax ? (
        <View className="mt-12">
          <Button
            kind="soft"
            block
            icon="plus"
            onTap={() => onChange([...units, { name: `${units.length + 1} 号场` }])}
          >
            加一个
          </Button>
        </View>
      ) : null}
      {facilityId === undefined ? null : (
        <RetireSheet
          facilityId={facilityId}
          unit={retiring}
          onRetired={gone => onChange(units.filter(({ unitId }) => unitId !== gone))}
          onClose={() => setRetiring(undefined)}
        />
      )}
    </Card>
  )
}
