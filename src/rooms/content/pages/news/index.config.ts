export default definePageConfig({ navigationBarTitleText: '刷新闻', enablePullDownRefresh: true })
