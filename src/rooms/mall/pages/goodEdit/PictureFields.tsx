import { View } from '@tarojs/components'
import { fileUrl } from '@/api'
import { usePicking } from '@/rooms/pickPictures'
import { ariaState } from '@/ui/a11y/ariaState'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { Picture } from '@/ui/picture/Picture'
import type { FieldsProps } from './fields'
import { grounds } from './goodDraft'

const picturesMax = 9

interface PictureCellProps {
  fileId: string
  index: number
  ground: string
  onFirst: () => void
  onRemove: () => void
}

function PictureCell({ fileId, index, ground, onFirst, onRemove }: PictureCellProps) {
  const place = index + 1
  return (
    <View className="good-edit__cell">
      <View
        className="picture-ground good-edit__picture"
        style={{ background: ground }}
        {...(index === 0 ? {} : { ...tappable(`第 ${place} 张放到最前，当封面`), onClick: onFirst })}
      >
        <Picture src={fileUrl(fileId)} alt={index === 0 ? '封面' : ''} ratio={1} square />
      </View>
      <View className="row row--between">
        <View className="t12 secondary">{index === 0 ? '封面' : `第 ${place} 张`}</View>
        <View className="good-edit__cross" {...tappable(`去掉第 ${place} 张图`)} onClick={onRemove}>
          <Icon name="trash" size={16} />
        </View>
      </View>
    </View>
  )
}

/** A good may stand on a ground of its own. */
function offered(current: string) {
  return grounds.some(({ colour }) => colour === current)
    ? grounds
    : [{ colour: current, name: '现在的' }, ...grounds.slice(0, -1)]
}

function GroundChoice({ draft, change }: FieldsProps) {
  return (
    <View className="good-edit__grounds" {...spokenAs('radiogroup')} aria-label="底色">
      {offered(draft.coverGround).map(({ colour, name }) => (
        <View
          key={colour}
          className={`good-edit__ground${colour === draft.coverGround ? ' good-edit__ground--on' : ''}`}
          {...tappable(`底色，${name}`, 'radio')}
          {...ariaState({ checked: colour === draft.coverGround })}
          onClick={() => change({ coverGround: colour })}
        >
          <View className="picture-ground good-edit__swatch" style={{ background: colour }} />
        </View>
      ))}
    </View>
  )
}

/** The gallery: the first is the cover, a tap brings another one to the front. */
export function PictureFields({ draft, change }: FieldsProps) {
  const { pictures, coverGround } = draft
  const { busy, add } = usePicking(picturesMax - pictures.length, added =>
    change({ pictures: [...pictures, ...added].slice(0, picturesMax) }),
  )
  const without = (fileId: string) => pictures.filter(one => one !== fileId)
  return (
    <Card>
      <View className="t16 medium">图片</View>
      <View className="t12 secondary">方图最好，点一张可以放到最前当封面</View>
      <View className="good-edit__pictures">
        {pictures.map((fileId, index) => (
          <PictureCell
            key={fileId}
            fileId={fileId}
            index={index}
            ground={coverGround}
            onFirst={() => change({ pictures: [fileId, ...without(fileId)] })}
            onRemove={() => change({ pictures: without(fileId) })}
          />
        ))}
        {pictures.length < picturesMax ? (
          <View
            className="good-edit__add"
            {...tappable(`添加图片，${pictures.length} / ${picturesMax}`)}
            onClick={() => void (busy ? undefined : add())}
          >
            <Icon name="cam" />
            <View className="t12 secondary">{busy ? '上传中' : `${pictures.length} / ${picturesMax}`}</View>
          </View>
        ) : null}
      </View>
      <View className="t12 secondary">图片下面的底色</View>
      <GroundChoice draft={draft} change={change} />
    </Card>
  )
}
