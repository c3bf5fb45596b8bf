import { shownField, titleAsText, titleCode, titleFields } from '@domain/selfservice/invoiceTitle'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { api, type Output, usePullToRefresh, useQueryOf } from '@/api'
import { tappable } from '@/ui/a11y/tappable'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { copyText } from '@/ui/device/copyText'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { QrCode } from '@/ui/qrCode/QrCode'
import { codeSavingVerb, saveQrCode } from '@/ui/qrCode/saveQrCode'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'

type Title = Output<typeof api.selfservice.listTitles>['titles'][number]

/** One legal entity: a code for the till, and each field to be copied by itself. */
function TitleCard({ title, own }: { title: Title; own: boolean }) {
  return (
    <Card padding="none">
      <View className="pad mt-12">
        <View className="row row--between row--top gap-8">
          <View className="t16 bold grow">{title.name}</View>
          {own ? <Badge tone="accent">常用</Badge> : null}
        </View>
        <View className="t12 secondary">{title.note}</View>
        <View className="invoices__code">
          <QrCode text={titleCode(title)} size={144} label={`${title.name}的开票二维码`} />
          <View className="grow">
            <View className="t14 medium">给商家扫</View>
            <View className="t12 secondary">抬头、税号、地址和开户行都在码里，不用报。</View>
            <View className="mt-8">
              <Button
                kind="secondary"
                size="small"
                label={`把${title.name}的开票二维码${codeSavingVerb}`}
                onTap={() => saveQrCode(title.name, titleCode(title))}
              >
                {codeSavingVerb}
              </Button>
            </View>
          </View>
        </View>
      </View>
      {titleFields.map(({ key, zh }) => (
        <View
          key={key}
          className="invoices__field"
          {...tappable()}
          onClick={() => void copyText(title[key], `${zh}已复制`)}
        >
          <View className="secondary invoices__label">{zh}</View>
          <View className="grow invoices__value">{shownField(title, key)}</View>
          <View className="unseen">复制</View>
          <Icon name="copy" size={20} />
        </View>
      ))}
    </Card>
  )
}

export function TitlesTab({ nav, header }: { nav: ReactNode; header: ReactNode }) {
  const query = useQueryOf(api.selfservice.listTitles, {})
  usePullToRefresh(query.refetch)
  const [chosen, choose] = useState<string>()
  return (
    <Screen
      nav={nav}
      header={header}
      query={query}
      skeleton={<SkeletonBlock height={420} />}
      isEmpty={({ titles }) => titles.length === 0}
      empty={{ title: '还没有抬头', sentence: '财务录好以后会出现在这里，现在请向财务索取。' }}
    >
      {({ titles, site }) => {
        const shown = titles.find(({ titleId }) => titleId === chosen) ?? titles[0]
        const others = titles.filter(title => title !== shown)
        return shown ? (
          <View className="pad column gap-12">
            <TitleCard title={shown} own={shown.sites.includes(site)} />
            <Button
              block
              kind="secondary"
              icon="copy"
              onTap={() => copyText(titleAsText(shown), '抬头都复制了，贴给商家就行')}
            >
              复制全部
            </Button>
            {others.length > 0 ? (
              <Card padding="none">
                {others.map(({ titleId, name, note }) => (
                  <ListRow key={titleId} lead="bld" title={name} meta={note} onTap={() => choose(titleId)} />
                ))}
              </Card>
            ) : null}
          </View>
        ) : null
      }}
    </Screen>
  )
}
