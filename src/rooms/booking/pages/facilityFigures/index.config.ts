export default definePageConfig({ navigationBarTitleText: '使用数据', enablePullDownRefresh: true })
