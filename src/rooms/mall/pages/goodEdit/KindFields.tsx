import { limits } from '@domain/kernel/limits'
import { variantName } from '@domain/mall/goods'
import { View } from '@tarojs/components'
import { fileUrl } from '@/api'
import { newRequestId } from '@/api/requestId'
import { ariaState } from '@/ui/a11y/ariaState'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Field } from '@/ui/field/Field'
import { Picture } from '@/ui/picture/Picture'
import type { FieldsProps } from './fields'
import {
  type Axis,
  type AxisValue,
  axes,
  isGrid,
  type KindDraft,
  type Kinds,
  kindsWith,
  pictured,
  renamed,
  valuesMax,
  withKind,
  withoutValue,
  withValue,
} from './kinds'

export interface KindFieldsProps extends FieldsProps {
  /** Pieces on the shelf by variant; null: a new good, whose pieces are typed here. */
  onShelf: ReadonlyMap<string, number> | null
}

const axisNames: Record<Axis, string> = { colour: '颜色', size: '尺码' }
const examples: Record<Axis, string> = { colour: '海军蓝', size: 'M' }

/** Which picture is shown when this colour is chosen. Of one picture there is nothing to choose. */
function ColourPicture({ value, draft, change }: FieldsProps & { value: AxisValue }) {
  if (draft.pictures.length < 2) return null
  const name = value.name.trim() || '这个颜色'
  return (
    <View className="good-edit__colour">
      <View className="t12 secondary">选中时显示</View>
      <View className="good-edit__shown" {...spokenAs('radiogroup')} aria-label={`${name}的图片`}>
        {draft.pictures.map((fileId, index) => {
          const on = fileId === value.picture
          return (
            <View
              key={fileId}
              className={`good-edit__pick${on ? ' good-edit__pick--on' : ''}`}
              {...tappable(`${name}，第 ${index + 1} 张图`, 'radio')}
              {...ariaState({ checked: on })}
              onClick={() => change(pictured(draft, value.key, fileId))}
            >
              <Picture src={fileUrl(fileId)} alt="" width={44} fit="contain" />
            </View>
          )
        })}
      </View>
    </View>
  )
}

/** The colours, or the sizes: one field each. What still has pieces stays. */
function AxisFields({ axis, draft, change, onShelf }: KindFieldsProps & { axis: Axis }) {
  const put = (kinds: Kinds) => change(kinds)
  const name = axisNames[axis]
  const stays = (key: string) =>
    draft[axis].length > 1 &&
    kindsWith(draft, axis, key).some(({ variantId }) => (onShelf?.get(variantId) ?? 0) > 0)
  return (
    <>
      {draft[axis].map((value, index) => (
        <View key={value.key}>
          <Field
            label={`${name} ${index + 1}`}
            value={value.name}
            maxLength={limits.nameMax}
            placeholder={examples[axis]}
            end={
              stays(value.key) ? (
                <View className="t12 secondary">有库存</View>
              ) : (
                <Button
                  kind="text"
                  size="small"
                  label={`去掉${name} ${index + 1}`}
                  onTap={() => put(withoutValue(draft, axis, value.key))}
                >
                  去掉
                </Button>
              )
            }
            onChange={typed => put(renamed(draft, axis, value.key, typed))}
          />
          {axis === 'colour' ? <ColourPicture value={value} draft={draft} change={change} /> : null}
        </View>
      ))}
    </>
  )
}

/** One colour or size more, as long as there is room. */
function MoreButtons({ draft, change }: FieldsProps) {
  return (
    <View className="good-edit__more">
      {axes
        .filter(axis => draft[axis].length < valuesMax)
        .map(axis => (
          <Button
            key={axis}
            kind="soft"
            size="small"
            icon="plus"
            onTap={() => change(withValue(draft, axis, newRequestId))}
          >
            {draft[axis].length === 0 ? `分${axisNames[axis]}` : `加一个${axisNames[axis]}`}
          </Button>
        ))}
    </View>
  )
}

interface KindRowProps extends KindFieldsProps {
  kind: KindDraft
  name: string
}

/** One colour in one size: whether it comes, and how many there are. */
function KindRow({ kind, name, draft, change, onShelf }: KindRowProps) {
  const { variantId, offered, stock } = kind
  const left = onShelf?.get(variantId) ?? 0
  const isCode = draft.deliveries.includes('code')
  return (
    <View className="good-edit__kind">
      <View className="grow">
        {isGrid(draft) ? (
          <Checkbox
            checked={offered}
            disabled={left > 0}
            onChange={next => change(withKind(draft, variantId, { offered: next }))}
          >
            {name}
          </Checkbox>
        ) : (
          <View className="t16">{name}</View>
        )}
      </View>
      {onShelf ? (
        <View className="t14 secondary nowrap">
          货架 {left} {draft.unit}
        </View>
      ) : null}
      {!onShelf && offered && !isCode ? (
        <View className="good-edit__count">
          <Field
            label={draft.kinds.length > 1 ? `库存，${name}` : '库存'}
            type="number"
            maxLength={5}
            value={stock}
            placeholder="0"
            onChange={typed => change(withKind(draft, variantId, { stock: typed }))}
          />
        </View>
      ) : null}
    </View>
  )
}

/** In which colours and sizes it comes, and what lies on the shelf of each. */
export function KindFields(props: KindFieldsProps) {
  const { draft, onShelf } = props
  const nameOf = ({ colour, size }: KindDraft) =>
    variantName({
      colour: draft.colour.find(({ key }) => key === colour)?.name || null,
      size: draft.size.find(({ key }) => key === size)?.name || null,
    }) || (draft.kinds.length === 1 ? '就一种' : '还没写名字')
  return (
    <Card>
      <View className="t16 medium">款式和库存</View>
      <View className="t12 secondary">
        {draft.deliveries.includes('code')
          ? '兑换码存好商品再上传，一个码算一件'
          : onShelf
            ? '库存在「库存流水」里改，每一笔都有记录'
            : '开卖时有多少，以后在「库存流水」里改'}
      </View>
      {axes.map(axis => (
        <AxisFields key={axis} {...props} axis={axis} />
      ))}
      <MoreButtons {...props} />
      <View className="good-edit__kinds">
        {draft.kinds.map(kind => (
          <KindRow key={kind.variantId} {...props} kind={kind} name={nameOf(kind)} />
        ))}
      </View>
    </Card>
  )
}
