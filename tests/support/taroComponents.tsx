/// <reference lib="dom" />
/**
 * Taro's components as plain elements, for tests of our own components in jsdom. Only what the mini
 * program's names mean is translated: classes, ARIA and the events carry over.
 */
import { createElement, type FormEvent, forwardRef, type PropsWithChildren, type SyntheticEvent } from 'react'

interface StubProps extends PropsWithChildren {
  [name: string]: unknown
}

/** Names that mean something to Taro and nothing to the DOM. */
const taroOnly = new Set([
  'hoverClass',
  'hoverStayTime',
  'hoverStartTime',
  'catchMove',
  'scrollX',
  'scrollY',
  'scrollWithAnimation',
  'enhanced',
  'showScrollbar',
  'lazyLoad',
  'mode',
  'openType',
  'placeholderClass',
  'autoHeight',
  'autoplay',
  'maxlength',
  'pageStyle',
  'backgroundColor',
  'rootBackgroundColor',
  'onGetPhoneNumber',
  'onAgreePrivacyAuthorization',
  'onChooseAvatar',
  'onConfirm',
  'onRefresherRefresh',
  'refresherEnabled',
  'refresherTriggered',
  'onScrollToLower',
  'compileMode',
  'fixed',
  'showConfirmBar',
  'confirmType',
  'initialTime',
  'userSelect',
  'cursorSpacing',
])

function toDom(props: StubProps): StubProps {
  const { 'aria-role': role, scrollLeft, focus, ...rest } = props
  const kept = Object.entries(rest).filter(([name]) => !taroOnly.has(name))
  return {
    ...Object.fromEntries(kept),
    ...(role ? { role } : {}),
    'data-scroll-left': scrollLeft,
    'data-focus': focus,
  }
}

const element = (tag: string) =>
  forwardRef<HTMLElement, StubProps>((props, ref) => createElement(tag, { ...toDom(props), ref }))

type Take = ((event: { detail: { value: string } }) => void) | undefined

/** Hands the value on as WeChat does, in `detail`. */
const withDetail = (take: Take) => (event: SyntheticEvent<HTMLInputElement> | FormEvent<HTMLInputElement>) =>
  take?.({ detail: { value: event.currentTarget.value } })

const input = (tag: 'input' | 'textarea') =>
  forwardRef<HTMLElement, StubProps>((props, ref) => {
    const { onInput, onBlur, ...rest } = toDom(props)
    const events = { onChange: withDetail(onInput as Take), onBlur: withDetail(onBlur as Take) }
    return createElement(tag, { ...rest, ...events, maxLength: props.maxlength, ref })
  })

export const View = element('div')
export const Text = element('span')
export const ScrollView = element('div')
export const Button = element('button')
export const Image = element('img')
export const Canvas = element('canvas')
export const RichText = element('div')
export const Swiper = element('div')
export const SwiperItem = element('div')
export const Video = element('video')
export const Switch = element('input')
export const Picker = element('div')
const MapView = element('div')

export { MapView as Map }
export const Form = element('form')
export const Input = input('input')
export const Textarea = input('textarea')
export const PageMeta = () => null
