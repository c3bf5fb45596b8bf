import { unitsMax } from '@domain/booking/facility'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { ReasonSheet } from '@/rooms/access/public'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Field } from '@/ui/field/Field'
import { toast } from '@/ui/toast/store'
import { facilityQueries } from '../../outdated'
import type { UnitDraft } from './placeDraft'

interface UnitFieldsProps {
  /** Absent: it is not made yet, and courts go without anybody being told. */
  facilityId: string | undefined
  units: readonly UnitDraft[]
  onChange: (units: UnitDraft[]) => void
}

interface RetireUnitProps {
  facilityId: string
  unit: UnitDraft | undefined
  onRetired: (unitId: string) => void
  onClose: () => void
}

/** Closes one court for good. */
function RetireUnit({ facilityId, unit, onRetired, onClose }: RetireUnitProps) {
  const unitId = unit?.unitId ?? ''
  const retire = useCommand(api.booking.retireUnit, {
    outdates: facilityQueries,
    onDone: () => {
      onRetired(unitId)
      onClose()
      toast.show('关掉了，约了的同事会收到通知，押金退回')
    },
  })
  return (
    <ReasonSheet
      key={unitId}
      label="为什么，约了的同事会看到"
      refusal
      open={unit !== undefined}
      title={`不再开放${unit?.name ?? ''}`}
      note="关掉就约不了了；只停几天，请用「停用」"
      action="关掉并通知"
      placeholder="改成了库房"
      onSend={reason => retire.run({ facilityId, unitId, reason })}
      onClose={onClose}
    />
  )
}

/** The courts or rooms that are booked by themselves. */
export function UnitFields({ facilityId, units, onChange }: UnitFieldsProps) {
  const [retiring, setRetiring] = useState<UnitDraft>()
  const drop = (index: number) => onChange(units.filter((_unit, at) => at !== index))
  return (
    <Card>
      <View className="t16 medium">场地</View>
      {facilityId === undefined ? null : (
        <View className="t12 secondary">改名管以后约的，约好的票上还是原来的名字</View>
      )}
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
        <RetireUnit
          facilityId={facilityId}
          unit={retiring}
          onRetired={gone => onChange(units.filter(({ unitId }) => unitId !== gone))}
          onClose={() => setRetiring(undefined)}
        />
      )}
    </Card>
  )
}
