export default definePageConfig({ navigationBarTitleText: '热榜', enablePullDownRefresh: true })
