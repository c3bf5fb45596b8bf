export default definePageConfig({ navigationBarTitleText: '官方微信矩阵', enablePullDownRefresh: true })
