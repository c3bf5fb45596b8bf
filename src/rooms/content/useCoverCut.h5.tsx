/// <reference lib="dom" />
import { View } from '@tarojs/components'
import Cropper, { type CropperCanvas, type CropperImage } from 'cropperjs'
import { useEffect, useRef, useState } from 'react'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Sheet } from '@/ui/sheet/Sheet'
import './coverCut.scss'

const WIDTH_MAX = 1_440
/** What a cover needs to be sharp on a phone; a smaller picture is taken as it is. */
const WIDTH_MIN = 720
const ZOOM = 0.2
/** What rounding makes of equal numbers. */
const SAME = 1e-6

type Matrix = [number, number, number, number, number, number]

const TEMPLATE = `<cropper-canvas class="cover-cut__canvas" scale-step="0.05">
  <cropper-image translatable scalable></cropper-image>
  <cropper-handle action="move" plain></cropper-handle>
</cropper-canvas>`

interface Shown {
  canvas: CropperCanvas
  image: CropperImage
}

/** Where a picture's side begins so that it covers the frame: as near to what was asked as that allows. */
const within = (start: number, length: number, frame: number) => Math.min(0, Math.max(frame - length, start))

/**
 * Keeps the frame full: a picture dragged too far stops at the frame's edge, and none is smaller than the frame or
 * larger than is sharp. The picture is scaled about its own middle, as an element's transform is.
 */
function keepFull({ canvas, image }: Shown, { naturalWidth, naturalHeight }: HTMLImageElement): void {
  image.addEventListener('transform', event => {
    const { matrix } = (event as CustomEvent<{ matrix: Matrix }>).detail
    const [scale, , , , x, y] = matrix
    const { clientWidth, clientHeight } = canvas
    const least = Math.max(clientWidth / naturalWidth, clientHeight / naturalHeight)
    const most = Math.max(least, clientWidth / WIDTH_MIN)
    const toScale = Math.min(most, Math.max(least, scale))
    const left = (naturalWidth * (1 - toScale)) / 2
    const top = (naturalHeight * (1 - toScale)) / 2
    const toX = within(left + x, naturalWidth * toScale, clientWidth) - left
    const toY = within(top + y, naturalHeight * toScale, clientHeight) - top
    const wanted: Matrix = [toScale, 0, 0, toScale, toX, toY]
    if (wanted.every((value, index) => Math.abs(value - (matrix[index] ?? 0)) < SAME)) return
    event.preventDefault()
    image.$setTransform(...wanted)
  })
}

/** What the frame shows, as sharp as the picture is. */
async function cutOut({ canvas, image }: Shown): Promise<string | undefined> {
  const [scale = 1] = image.$getTransform()
  const width = Math.min(WIDTH_MAX, Math.round(canvas.clientWidth / scale))
  const drawn = await canvas.$toCanvas({ width })
  const blob = await new Promise<Blob | null>(resolve => drawn.toBlob(resolve, 'image/jpeg', 0.9))
  return blob ? URL.createObjectURL(blob) : undefined
}

/** A picture behind a frame of a cover's shape, to be dragged and zoomed. */
function Frame({ path, onReady }: { path: string; onReady: (shown: Shown) => void }) {
  const box = useRef<HTMLElement>(null)
  const ready = useRef(onReady)
  ready.current = onReady
  useEffect(() => {
    if (!box.current) return
    const source = new Image()
    source.src = path
    source.alt = '封面'
    const cropper = new Cropper(source, { container: box.current, template: TEMPLATE })
    const canvas = cropper.getCropperCanvas()
    const image = cropper.getCropperImage()
    if (canvas && image)
      void image.$ready().then(picture => {
        image.$center('cover')
        keepFull({ canvas, image }, picture)
        ready.current({ canvas, image })
      })
    return () => canvas?.remove()
  }, [path])
  return <View ref={box} className="cover-cut" {...spokenAs('img')} aria-label="要裁的图片" />
}

interface Asked {
  path: string
  answer: (cut: string | undefined) => void
}

/** In a browser: the same in a sheet. */
export function useCoverCut() {
  const [asked, setAsked] = useState<Asked>()
  const [shown, setShown] = useState<Shown>()
  const end = (cut: string | undefined) => {
    asked?.answer(cut)
    setAsked(undefined)
    setShown(undefined)
  }
  const cut = (path: string) =>
    new Promise<string | undefined>(resolve => setAsked({ path, answer: resolve }))
  const zoom = (by: number) => shown?.image.$zoom(by)
  const sheet = (
    <Sheet
      open={asked !== undefined}
      title="裁出封面"
      onClose={() => end(undefined)}
      action={
        <Button disabled={!shown} onTap={async () => shown && end(await cutOut(shown))}>
          就用这一块
        </Button>
      }
      note="拖动图片，双指或滚轮放大"
    >
      {asked ? <Frame path={asked.path} onReady={setShown} /> : null}
      <View className="row gap-8 cover-cut__ways">
        <Button kind="secondary" size="small" onTap={() => zoom(ZOOM)}>
          放大
        </Button>
        <Button kind="secondary" size="small" onTap={() => zoom(-ZOOM)}>
          缩小
        </Button>
      </View>
    </Sheet>
  )
  return { cut, sheet }
}
