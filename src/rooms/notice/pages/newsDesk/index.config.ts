export default definePageConfig({ navigationBarTitleText: '官方消息', enablePullDownRefresh: true })
