export default definePageConfig({ navigationBarTitleText: '写官方消息' })
