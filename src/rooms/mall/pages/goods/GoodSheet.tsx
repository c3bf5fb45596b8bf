import { limitPeriods } from '@domain/mall/goods'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Input, type Output, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { periodNames } from '../../saleWords'

export type Good = Output<typeof api.mall.listGoods>['goods'][number]
type GoodInput = Input<typeof api.mall.saveGood>['good']

/** What the server takes of a good that it has shown. */
export function inputOf(good: Good): GoodInput {
  const { name, summary, category, pictures, coverGround, price, unit, on, featured } = good
  const { limitPerPerson, limitPerPeriod, sale, experienceMin, deliveries, variants } = good
  return {
    ...{ name, summary, category, pictures, coverGround, price, unit, on, featured },
    ...{ limitPerPerson, limitPerPeriod, sale, experienceMin, deliveries },
    variants: variants.map(({ variantId, colour, size }) => ({ variantId, colour, size })),
  }
}

const wholeOrNull = (typed: string) => (/^[1-9]\d*$/.test(typed.trim()) ? Number(typed.trim()) : null)
const typedOf = (value: number | null) => (value === null ? '' : String(value))

/** Words, price and limits of a good; its pieces are changed in its own book. */
export function GoodSheet({ good, onClose }: { good: Good; onClose: () => void }) {
  const [name, setName] = useState(good.name)
  const [summary, setSummary] = useState(good.summary)
  const [price, setPrice] = useState(String(good.price))
  const [perPerson, setPerPerson] = useState(typedOf(good.limitPerPerson))
  const [period, setPeriod] = useState(good.limitPerPeriod?.period)
  const [perPeriod, setPerPeriod] = useState(typedOf(good.limitPerPeriod?.most ?? null))
  const [experience, setExperience] = useState(typedOf(good.experienceMin))
  const [featured, setFeatured] = useState(good.featured ?? '')
  const save = useCommand(api.mall.saveGood, {
    outdates: [api.mall.listGoods, api.mall.openShop, api.mall.openProduct],
    onDone: () => {
      onClose()
      toast.show('改好了，商城里马上看得到')
    },
  })
  const cost = wholeOrNull(price)
  const most = wholeOrNull(perPeriod)
  const submit = () =>
    save.run({
      productId: good.productId,
      edition: good.edition,
      good: {
        ...inputOf(good),
        ...{ name, summary, price: cost ?? good.price },
        limitPerPerson: wholeOrNull(perPerson),
        limitPerPeriod: period && most ? { period, most } : null,
        experienceMin: wholeOrNull(experience),
        featured: featured.trim() || null,
      },
    })
  return (
    <Sheet
      open
      title="改商品"
      onClose={onClose}
      note="已经下的订单照当时的样子，不受影响"
      action={
        <Button disabled={cost === null || name.trim().length < 2} onTap={submit}>
          保存
        </Button>
      }
    >
      <Field label="名称" value={name} maxLength={40} onChange={setName} />
      <Field label="介绍" multiline value={summary} maxLength={200} onChange={setSummary} />
      <Field label="沃币" type="number" value={price} onChange={setPrice} />
      <Field label="每人限几件" type="number" value={perPerson} placeholder="不限" onChange={setPerPerson} />
      <View className="redeem__kinds">
        {limitPeriods.map(one => (
          <Chip key={one} on={one === period} onTap={() => setPeriod(one === period ? undefined : one)}>
            {periodNames[one]}
          </Chip>
        ))}
      </View>
      {period ? <Field label="这一期限几件" type="number" value={perPeriod} onChange={setPerPeriod} /> : null}
      <Field label="经验值起" type="number" value={experience} placeholder="不限" onChange={setExperience} />
      <Field label="横幅文字" value={featured} maxLength={40} placeholder="不上横幅" onChange={setFeatured} />
    </Sheet>
  )
}
