import { limits } from '@domain/kernel/limits'
import { productCategories, productCategoryNames } from '@domain/mall/categories'
import { type DeliveryKind, deliveryKinds } from '@domain/mall/order'
import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import { Card } from '@/ui/card/Card'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { FieldPair } from '@/ui/field/FieldPair'
import type { FieldsProps } from './fields'

/** What it is. */
export function WordFields({ draft, change }: FieldsProps) {
  return (
    <Card>
      <Field
        label="名字"
        value={draft.name}
        maxLength={limits.titleMax}
        placeholder="有机棉 T 恤"
        onChange={name => change({ name })}
      />
      <View className="mt-16">
        <Field
          label="介绍"
          multiline
          value={draft.summary}
          maxLength={limits.reasonMax}
          placeholder="尺寸、材质，谁用过、好在哪里"
          onChange={summary => change({ summary })}
        />
      </View>
      <View className="good-edit__label">分类</View>
      <View className="good-edit__chips" {...spokenAs('radiogroup')} aria-label="分类">
        {productCategories.map(category => (
          <Chip key={category} on={category === draft.category} onTap={() => change({ category })}>
            {productCategoryNames[category]}
          </Chip>
        ))}
      </View>
    </Card>
  )
}

const wayNames: Record<DeliveryKind, string> = { desk: '前台自取', home: '寄到家', code: '兑换码' }

/** A code is no thing: it goes no other way. */
function toggled(chosen: readonly DeliveryKind[], kind: DeliveryKind): DeliveryKind[] {
  if (kind === 'code') return chosen.includes(kind) ? ['desk'] : ['code']
  const things = chosen.filter(one => one !== 'code')
  return things.includes(kind) ? things.filter(one => one !== kind) : [...things, kind]
}

/** What it costs, and how it comes. */
export function PriceFields({ draft, change }: FieldsProps) {
  const { deliveries } = draft
  return (
    <Card>
      <FieldPair>
        <Field
          label="价格，沃币"
          type="number"
          maxLength={7}
          value={draft.price}
          placeholder="240"
          onChange={price => change({ price })}
        />
        <Field
          label="单位"
          maxLength={4}
          value={draft.unit}
          placeholder="件、只、条"
          onChange={unit => change({ unit })}
        />
      </FieldPair>
      <View className="good-edit__label">怎么拿</View>
      <View className="good-edit__chips" {...spokenAs('group')} aria-label="怎么拿">
        {deliveryKinds.map(kind => (
          <Chip
            key={kind}
            soft={deliveries.includes(kind)}
            onTap={() => change({ deliveries: toggled(deliveries, kind) })}
          >
            {wayNames[kind]}
          </Chip>
        ))}
      </View>
      <View className="t12 secondary">
        {deliveries.includes('code') ? '兑换码换到就给，不能退，也不能寄' : '两种都选，兑换的人自己挑'}
      </View>
    </Card>
  )
}
