import { accountKinds } from '@domain/brand/account'
import { Image, View } from '@tarojs/components'
import { type api, fileUrl, type Output } from '@/api'
import { Button } from '@/ui/button/Button'
import { copyText } from '@/ui/device/copyText'
import { Sheet } from '@/ui/sheet/Sheet'
import { howToFollow } from '../../howToFollow'

interface AccountSheetProps {
  account: Output<typeof api.brand.openMatrix>['accounts'][number]
  open: boolean
  followed: boolean
  onClose: () => void
  onMark: (followed: boolean) => void
}

/** An account's code, or its name to search for, and a note of one's own. */
export function AccountSheet({ account, open, followed, onClose, onMark }: AccountSheetProps) {
  const { name, kind, purpose, intro, qrFileId, wechatId } = account
  const toSearch = wechatId ?? name
  return (
    <Sheet
      open={open}
      title={name}
      onClose={onClose}
      action={
        kind === 'miniProgram' ? null : (
          <Button kind={followed ? 'soft' : 'primary'} block onTap={() => onMark(!followed)}>
            {followed ? '我没有关注' : '我关注好了'}
          </Button>
        )
      }
    >
      <View className="matrix__sheet">
        <View className="t12 secondary">
          {purpose} · {accountKinds[kind].zh}
        </View>
        {intro ? <View className="t14 mt-8">{intro}</View> : null}
        {qrFileId ? (
          <View className="matrix__code">
            <View className="matrix__qr">
              <Image
                className="matrix__picture"
                src={fileUrl(qrFileId)}
                mode="aspectFit"
                showMenuByLongpress
                aria-label={`${name}的二维码`}
              />
            </View>
            <View className="t12 secondary mt-8">{howToFollow}</View>
          </View>
        ) : null}
        <View className="matrix__search">
          <View className="grow">
            <View className="t12 secondary">{qrFileId ? '也可以在微信里搜' : '在微信里搜'}</View>
            <View className="t16 medium">{toSearch}</View>
          </View>
          <Button
            kind="soft"
            size="small"
            icon="copy"
            onTap={() => void copyText(toSearch, '复制好了，去微信里搜')}
          >
            复制
          </Button>
        </View>
      </View>
    </Sheet>
  )
}
