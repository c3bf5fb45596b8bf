import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { fileUrl } from '@/api'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import { Picture } from '@/ui/picture/Picture'
import type { PostImage } from './draft'
import type { Upload } from './usePictures'

interface PicturesProps {
  images: readonly PostImage[]
  uploads: readonly Upload[]
  onAdd: () => Promise<void>
  onRetry: (path: string) => Promise<void>
  onDismiss: (path: string) => void
  onRemove: (fileId: string) => void
}

function Cross({ label, onTap }: { label: string; onTap: () => void }) {
  return (
    <View className="compose-pictures__cross" {...tappable(label)} onClick={onTap}>
      <View className="compose-pictures__cross-face">
        <Icon name="close" size={16} />
      </View>
    </View>
  )
}

/** Up to nine pictures in threes, those under way included, and the place for the next. */
export function Pictures({ images, uploads, onAdd, onRetry, onDismiss, onRemove }: PicturesProps) {
  const count = images.length + uploads.length
  return (
    <View className="compose-pictures">
      {images.map(({ fileId }, index) => (
        <View key={fileId} className="compose-pictures__cell">
          <Picture src={fileUrl(fileId)} alt={`第 ${index + 1} 张图片`} />
          <Cross label={`去掉第 ${index + 1} 张图片`} onTap={() => onRemove(fileId)} />
        </View>
      ))}
      {uploads.map(({ path, failed }) => (
        <View key={path} className="compose-pictures__cell">
          <Picture src={path} alt="" />
          <View
            className="compose-pictures__veil"
            {...(failed
              ? { ...tappable('没有传上去，再传一次'), onClick: () => void onRetry(path) }
              : { 'aria-label': '正在上传' })}
          >
            {failed ? <Icon name="refresh" /> : '上传中'}
          </View>
          {failed ? <Cross label="去掉没有传上去的图片" onTap={() => onDismiss(path)} /> : null}
        </View>
      ))}
      {count < limits.postImagesMax ? (
        <View className="compose-pictures__cell">
          <View
            className="compose-pictures__add"
            {...tappable(`添加图片，${count} / ${limits.postImagesMax}`)}
            onClick={() => void onAdd()}
          >
            <Icon name="plus" />
            <View className="t12 secondary">
              {count} / {limits.postImagesMax}
            </View>
          </View>
        </View>
      ) : null}
    </View>
  )
}
