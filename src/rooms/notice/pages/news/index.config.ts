export default definePageConfig({ navigationBarTitleText: '官方消息' })
