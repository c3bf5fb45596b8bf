import { tagsOf } from '@domain/mall/goods'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { newRequestId } from '@/api/requestId'
import { DeskMenu } from '@/rooms/DeskMenu'
import { backOr, replacePage } from '@/rooms/open'
import { useDraft } from '@/rooms/useDraft'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { goodQueries } from '../../outdated'
import { ProductFace } from '../../ProductTile'
import {
  copyOf,
  draftOf,
  emptyGood,
  firstStockOf,
  type GoodDraft,
  goodProblem,
  type KeptGood,
  toGood,
} from './goodDraft'
import './goodEdit.scss'
import { KindFields } from './KindFields'
import { PictureFields } from './PictureFields'
import { LimitFields, SaleFields, ShowFields } from './TermFields'
import { PriceFields, WordFields } from './WordFields'

type Saved = Output<typeof api.mall.saveGood>

interface FormProps {
  /** The draft's own place on this phone. */
  place: string
  first: GoodDraft
  /** The good that is changed; absent: a new one. */
  good?: KeptGood
  now: number
}

const uncounted = 1_000

/** As the shop will show it, while it is written. */
function Preview({ draft, good, now }: Pick<FormProps, 'good' | 'now'> & { draft: GoodDraft }) {
  const shown = toGood(draft)
  const typed = draft.kinds.reduce((sum, { stock }) => sum + (Number(stock) || 0), 0)
  return (
    <View className="good-edit__preview">
      <View className="good-edit__preview-tile">
        <Card padding="none">
          <ProductFace
            product={{
              ...shown,
              name: shown.name || '名字写在这里',
              price: shown.price || 0,
              coverFileId: shown.pictures[0] ?? '',
              // Nothing is said of a shelf that nobody has counted yet.
              stock: good?.stock ?? (typed || uncounted),
              tags: tagsOf({ ...shown, shelvedAt: good ? 0 : now }, now),
            }}
            now={now}
          />
        </Card>
      </View>
      <View className="grow">
        <View className="t14 medium">商城里这样显示</View>
        <View className="t12 secondary">写到一半会留在这台手机上，换一台就没有了</View>
      </View>
    </View>
  )
}

function useSave({ place, first, good }: FormProps) {
  const { draft, change, drop } = useDraft(place, first)
  const onDone = ({ productId }: Saved) => {
    drop()
    if (!good && draft.deliveries.includes('code')) {
      toast.show('商品存好了，接着上传兑换码')
      replacePage('mall/stock', { productId })
      return
    }
    toast.show(draft.on ? '存好了，商城里马上看得到' : '存好了，上架前只有管理员看得到')
    void backOr('mall/goods')
  }
  const save = useCommand(api.mall.saveGood, { outdates: goodQueries, onDone })
  const send = () =>
    good
      ? save.run({ productId: good.productId, edition: good.edition, good: toGood(draft) })
      : save.run({ good: toGood(draft), firstStock: firstStockOf(draft) })
  return { draft, change, drop, send }
}

/** The whole form; it stays on this phone until it is saved. */
function GoodForm(props: FormProps) {
  const { first, good, now } = props
  const { draft, change, drop, send } = useSave(props)
  const [tried, setTried] = useState(false)
  const problem = goodProblem(draft)
  const submit = () => {
    setTried(true)
    return problem === undefined ? send() : undefined
  }
  const onShelf = good ? new Map(good.variants.map(({ variantId, stock }) => [variantId, stock])) : null
  const fields = { draft, change }
  const isTouched = JSON.stringify(draft) !== JSON.stringify(first)
  const consequence = good ? '已经下的订单照当时的样子' : '存好后在「商品管理」里随时能改'
  return (
    <>
      <View className="pad column gap-12">
        <Preview draft={draft} good={good} now={now} />
        <PictureFields {...fields} />
        <WordFields {...fields} />
        <PriceFields {...fields} />
        <KindFields {...fields} onShelf={onShelf} />
        <LimitFields {...fields} />
        <SaleFields {...fields} now={now} />
        <ShowFields {...fields} />
        {isTouched ? (
          <Button kind="text" icon="undo" onTap={drop}>
            丢掉没保存的改动
          </Button>
        ) : null}
      </View>
      <BottomBar consequence={tried && problem !== undefined ? problem : consequence}>
        <Button onTap={submit}>{good ? '保存' : draft.on ? '存好上架' : '先存着'}</Button>
      </BottomBar>
    </>
  )
}

function KeptGoodForm({ good, now, copied }: Output<typeof api.mall.openGood> & { copied: boolean }) {
  const { productId, edition } = good
  const [first] = useState(() => (copied ? copyOf : draftOf)(good, newRequestId, now))
  return copied ? (
    <GoodForm place={`mall.good.copy.${productId}`} first={first} now={now} />
  ) : (
    // A draft goes with what it was written over: when somebody else has saved, it is not put over that.
    <GoodForm place={`mall.good.${productId}.${edition}`} first={first} good={good} now={now} />
  )
}

function KeptGoodPage({ productId, copied }: { productId: string; copied: boolean }) {
  const query = useQueryOf(api.mall.openGood, { productId }, { staleMs: 0, kept: false })
  return (
    <Screen
      column
      ownBar
      nav={<Nav title={copied ? '照着上一件新品' : '编辑商品'} close />}
      side={<DeskMenu here="mall/goods" />}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={0} />}
      elsewhere={{ label: '看所有商品', onTap: () => replacePage('mall/goods') }}
    >
      {opened => <KeptGoodForm {...opened} copied={copied} />}
    </Screen>
  )
}

function NewGoodPage() {
  // The phone's own time is good enough for a draft; the cloud's decides what a sale is.
  const [now] = useState(Date.now)
  return (
    <Screen column ownBar nav={<Nav title="上一件新品" close />} side={<DeskMenu here="mall/goods" />}>
      <GoodForm place="mall.good.new" first={emptyGood} now={now} />
    </Screen>
  )
}

/** A keeper's form: of a new good, of one like another, or of one that is there. */
export default function GoodEditPage() {
  const { productId, like } = usePageParams()
  if (like !== undefined) return <KeptGoodPage productId={like} copied />
  return productId === undefined ? <NewGoodPage /> : <KeptGoodPage productId={productId} copied={false} />
}
