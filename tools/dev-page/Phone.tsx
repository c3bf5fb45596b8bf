/// <reference lib="dom" />
import { useEffect, useRef, useState } from 'react'
import { inChina } from '../../domain/kernel/time'
import { cloud } from './cloud'
import type { Face } from './FacePanel'
import { useFit } from './useFit'

const STATUS_BAR_PX = 47
const HOME_BAR_PX = 34
const LARGE_TEXT = 1.4
/** An iPhone, and the narrowest phone, each with its rim. */
const USUAL = { width: 410, height: 864 }
const NARROW = { width: 340, height: 588 }
const CLOCK_READ_MS = 1_000

interface Props {
  face: Face
  openid: string
  /** Grows each time the mini program shall be opened anew. */
  opened: number
}

/**
 * The phone: WeChat's status bar and capsule drawn over a frame that holds the browser build. In a window that is too
 * low for it the whole phone is smaller, so that its foot is seen.
 */
export function Phone({ face, openid, opened }: Props) {
  const frame = new URLSearchParams({
    statusBar: String(STATUS_BAR_PX),
    safeBottom: String(HOME_BAR_PX),
    theme: face.theme,
    k: face.isLarge ? String(LARGE_TEXT) : '1',
  })
  const size = face.isNarrow ? NARROW : USUAL
  const [place, scale] = useFit(size)
  return (
    <div
      ref={place}
      className="phone-place"
      style={{ width: size.width * scale, height: size.height * scale }}
    >
      <div className={`phone phone--${face.theme}`} style={{ ...size, transform: `scale(${scale})` }}>
        <Screen key={`${openid}/${opened}`} frame={String(frame)} />
        <div className="phone__status" aria-hidden>
          <PhoneClock />
          <Signal />
        </div>
        <Capsule />
        <div className="phone__home" aria-hidden />
      </div>
    </div>
  )
}

/** The mini program in its frame. Framed otherwise it starts anew, on the page that was open. */
function Screen({ frame }: { frame: string }) {
  const screen = useRef<HTMLIFrameElement>(null)
  const [address, setAddress] = useState(`/app/?${frame}`)
  useEffect(() => {
    setAddress(`/app/?${frame}${screen.current?.contentWindow?.location.hash ?? ''}`)
  }, [frame])
  return <iframe ref={screen} key={address} className="phone__screen" title="沃社区" src={address} />
}

function PhoneClock() {
  const [at, setAt] = useState(Date.now())
  useEffect(() => {
    const read = () =>
      cloud.clock().then(
        clock => setAt(Date.parse(clock.at)),
        () => undefined,
      )
    void read()
    const timer = setInterval(read, CLOCK_READ_MS)
    return () => clearInterval(timer)
  }, [])
  return <span>{inChina(at).format('H:mm')}</span>
}

/** WeChat's: the menu, and the way out. */
function Capsule() {
  return (
    <svg className="phone__capsule" viewBox="0 0 87 32" fill="currentColor" aria-hidden="true">
      <circle cx="15" cy="16" r="2" />
      <circle cx="22" cy="16" r="3" />
      <circle cx="29" cy="16" r="2" />
      <path d="M43.250 7h.5v18h-.5z" opacity=".3" />
      <circle cx="65" cy="16" r="7.500" fill="none" stroke="currentColor" strokeWidth="2" />
      <circle cx="65" cy="16" r="3" />
    </svg>
  )
}

function Signal() {
  return (
    <svg
      width="66"
      height="14"
      viewBox="0 0 66 14"
      fill="currentColor"
      role="img"
      aria-label="信号、无线网与电量"
    >
      <path d="M0 9h3v4H0zM5 7h3v6H5zM10 4h3v9h-3zM15 1h3v12h-3z" />
      <path d="M31 3c2.700 0 5.100 1 7 2.700l-1.500 1.600A8 8 0 0 0 31 5.200a8 8 0 0 0-5.500 2.100L24 5.700A10.300 10.300 0 0 1 31 3zm0 4.300c1.600 0 3 .6 4.100 1.600L31 13l-4.100-4.100A6 6 0 0 1 31 7.300z" />
      <rect
        x="43.500"
        y="1.500"
        width="19"
        height="11"
        rx="3"
        fill="none"
        stroke="currentColor"
        opacity=".5"
      />
      <rect x="45" y="3" width="14" height="8" rx="1.500" />
      <path d="M64 5v4c1-.3 1.500-1 1.500-2S65 5.300 64 5z" opacity=".6" />
    </svg>
  )
}
