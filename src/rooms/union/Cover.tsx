import type { Category } from '@domain/union/categories'
import { View } from '@tarojs/components'
import { fileUrl } from '@/api'
import { unspoken } from '@/ui/a11y/ariaState'
import { Icon, type IconName } from '@/ui/icon/Icon'
import { Picture, type PictureProps } from '@/ui/picture/Picture'
import './cover.scss'

const drawn: Record<Category, IconName> = {
  sport: 'bike',
  art: 'cam',
  family: 'people',
  welfare: 'heart',
  culture: 'book',
}

interface CoverProps extends Pick<PictureProps, 'width' | 'ratio' | 'square'> {
  /** Empty until its president has chosen one. */
  fileId: string
  category: Category
}

/** The cover of an association; a drawn one of its kind until it has its own. */
export function Cover({ fileId, category, width, ratio = 1, square = false }: CoverProps) {
  const box =
    width === undefined
      ? { paddingTop: `${(100 / ratio).toFixed(3)}%` }
      : { width: `${width}px`, height: `${width / ratio}px` }
  if (fileId) return <Picture src={fileUrl(fileId)} alt="" {...{ width, ratio, square }} />
  return (
    <View className={`cover cover--${category}${square ? ' cover--square' : ''}`} style={box} {...unspoken}>
      <View className="cover__sign">
        <Icon name={drawn[category]} size={width === undefined ? 48 : 24} />
      </View>
    </View>
  )
}
