"""Given names, counted over the authors of 43,000 papers."""

from __future__ import annotations

__all__ = ["GIVEN", "ONLY_GIVEN"]

ONLY_GIVEN = frozenset(
    """
    Aaditya Aapo Aarne Aaron Aarti Aayush Abdelhak Abeer Abhay Abhijeet Abhijit Abhilash
    Abhilasha Abhimanyu Abhinav Abhishek Abhradeep Abigail Abolfazl Ada Adarsh Adil Adina Adish
    Adith Adithya Aditi Aditya Adria Adrian Adriana Adriano Adrien Afra Afsaneh Afshin
    Agnieszka Ahmet Aida Aidan Aidong Aijun Ailing Aimin Aishwarya Aitor Aixin Akhil Akhilesh
    Aki Akihiko Akihiro Akiko Akinori Akio Akira Akshat Akshay Alain Alan Alberto Aldo Alec
    Alejandro Alekh Aleksandar Aleksander Aleksandr Aleksandra Aleksandrs Aleksei Alena
    Alessandra Alessandro Alessio Alex Alexander Alexandr Alexandra Alexandre Alexandros Alexei
    Alexey Alexis Alfonso Alfred Alfredo Alham Alice Alicia Alihan Alin Alina Aline Alireza
    Alisa Alistair Alix Alkis Alla Alvaro Alvin Alyssa Aman Amanda Amanpreet Amar Amaury Amber
    Ambuj Ameet Amelia Ameya Amine Amirhossein Amit Amrit Amrita Amulya Amy Ana Ananda Ananth
    Ananthram Ananya Anastasia Anastasiia Anastasios Anbang Anca Anders Andi Andong Andre
    Andrea Andreas Andrei Andrej Andrew Andrey Andrii Andriy Andrzej Andy Aneeshan Anette Angel
    Angela Angelika Angeliki Angelo Angjoo Angus Ani Aniket Anima Animashree Animesh Anirban
    Aniruddha Anish Anita Anitha Anja Anjali Anji Anjie Ankit Ankur Ankush Anmol Ann Anna Annan
    Anne Annemarie Annette Annie Annika Anoop Anqi Anshul Anshumali Anshuman Anthony Antoine
    Anton Antonella Antoni Antonia Antonio Antonios Antonis Antti Anuj Anup Anupam Anurag
    Anusha Aojun Aparna Apostolos Aram Arantza Aranyak Arash Aravindan Aravindh Archit Arda Ari
    Arian Arianna Arie Ariel Arijit Arindam Aristides Aritra Ariya Arjen Arjun Arman Armand
    Armando Arnaud Arne Arno Aron Arpan Arpita Artem Arthur Artur Arturo Arturs Arun Arushi
    Arvind Aryeh Asaf Ashia Ashish Ashutosh Ashwin Ashwini Asja Asli Aswin Athanasia Athanasios
    Athina Atsunori Atsushi Audrey Augusto Avi Avik Avinash Aviral Avirup Avishek Aviv Avrim
    Awni Axel Aya Ayan Ayellet Aykut Ayman Ayush Azadeh Azin Babak Badih Badong Baharan Baifeng
    Baigui Baihua Bailin Baobao Baocai Baochang Baochun Baolin Baotian Baoxiong Baoyuan
    Baptiste Barbara Baris Bartosz Barzan Bashar Bastien Basura Beata Beate Beatrice Beatriz
    Been Behnam Behrooz Beibei Beidi Ben Beng Benjamin Benno Benny Beomseok Berkant Berkay
    Bernardo Bernd Bernhard Bernt Berrak Bert Beth Bettina Bhargav Bhavana Bhavya Bhiksha
    Bhuvana Bhuwan Biao Bichen Bidisha Bihan Bill Bin Binbin Bineng Bingbing Bingchen Binghuai
    Binghui Bingqing Bingsheng Bingxin Bingyi Binh Biwei Bjoern Boaz Bob Bobak Bodhisattwa Bodo
    Bohan Bohao Bohyung Bojan Bolei Boliang Bolin Bonan Bongshin Bonnie Boon Boqing Boris Borja
    Botao Boxi Boxin Boxing Boyan Boyang Boyi Boyu Boyuan Brad Brais Brandon Branislav Brendan
    Brenden Brent Brett Brian Bridget Bumsub Burak Byeongho Byungjoo Caiming Caitlin Cal Caleb
    Calvin Camila Camille Camilo Carl Carla Carlo Carlos Carmen Carol Carolin Carolina Caroline
    Carolyn Carsten Casper Cassio Catarina Catherine Cathy Cecilia Cees Cem Cengiz Cesar Cewu
    Chad Chaitali Chandan Changhan Changho Changhua Changjian Changjie Changlong Changqing
    Changsheng Changshui Changxin Changyou Chanwoo Chanyoung Chaochao Chaofeng Chaojun Chaoran
    Chaoyang Chaoyi Chaoyu Chaoyue Charalampos Charless Charlie Charlotte Charu Chelsea
    Chenchen Chenda Chengfei Chenggang Chenghua Chengjiang Chengjie Chengkai Chenglin Chenglong
    Chengming Chengqi Chengqing Chengtao Chenguang Chengwei Chengxiang Chengyu Chengyue
    Chengzhu Chenhao Chenhui Chenliang Chenlin Chenshu Chenxi Chenxin Chenxu Chenyan Chenyang
    Chenyu Cheolkon Cheston Chetan Chicheng Chinmay Chirag Chiranjib Chiyu Chongjia Chongjie
    Chongxuan Chongyang Chongyi Chris Christian Christiane Christina Christine Christo Christof
    Christoph Christophe Christopher Christos Chuan Chuanhao Chuanqi Chuchu Chuhan Chul Chulhee
    Chunfeng Chunhong Chunhua Chunhui Chunjing Chunlei Chunming Chunxiao Chunyan Chunyang
    Chunyu Chunyuan Chuxu Cihang Cindy Claire Clara Clare Claude Claudia Claudio Clinton
    Conghui Congying Conor Constantinos Cordelia Corentin Corina Corinna Corinne Cornelia Cory
    Cosmin Craig Cristian Cristina Csaba Cynthia Cyril Cyrus Daan Dacheng Dae Daehyun Daeun
    Dafna Dahua Daichi Daiki Daimeng Daisuke Daisy Daizong Dale Damien Dan Danai Dandan Dani
    Danica Daniel Daniela Daniele Danielle Daniil Danilo Danni Danny Danqi Danushka Danyang
    Daochen Daoyuan Dapeng Daphne Daqing Dara Daria Dario Darius Darren Dat David Davide Dawei
    Dawn Daxin Dazhi Debanjan Debasis Debmalya Deepak Deepayan Deepti Defu Dehua Dejan Dejing
    Deli Deliang Dengxin Denis Denise Depeng Deqing Derek Derrick Desmond Devansh Devavrat
    Devendra Devesh Devi Deyu Dheeraj Dhivya Dhruv Diana Diane Diego Dietrich Dieuwke Difan
    Difeng Dileep Dilek Dilin Dilip Dimitar Dimitri Dimitrios Dimitris Dimosthenis Dina Dingwen
    Dino Dipendra Dipti Dirk Divesh Divya Divyakant Diyi Djallel Dmitri Dmitrii Dmitriy Dmitry
    Dmytro Doina Domenico Dominic Dominik Dominique Don Donald Dongdong Dongfang Donghao
    Donghong Donghoon Donghyeon Donghyun Dongjin Donglai Dongliang Donglin Dongmei Dongmin
    Dongming Dongqi Dongqing Dongruo Dongsheng Dongsuk Dongwon Dongxiao Dongyan Dongyu Dongze
    Dor Dorota Dorothea Dorsa Doug Douwe Dragomir Duc Duen Dustin Duy Duygu Duyu Dylan Dzmitry
    Eamonn Ece Eddy Edgar Edith Edmund Edo Edoardo Eduard Eduardo Edward Edwin Efstratios
    Efthymios Egor Ehsan Ehud Eiichiro Eiji Eitan Ekaterina Ekin Elahe Elaine Eleanor
    Eleftherios Elena Eleni Eleonora Elham Eli Elisa Elisabeth Elise Elizabeth Elke Ella Ellen
    Ellie Elmar Elvin Emanuele Emiel Emil Emile Emilia Emilie Emilien Emilio Emily Emine Emiru
    Emma Emmanouil Emmanuel Emre Eneko Enhong Enrico Enrique Enze Eran Erfan Eric Erica Erich
    Erick Erik Erika Erin Ernest Ernesto Errui Erwan Esa Eshed Esin Esteban Esther Ethan
    Etienne Eugene Eugenio Eunho Eunji Eunsol Eunwoo Eva Evan Evangelia Evangelos Evgeny Evi
    Evimaria Ewa Eyke Fabien Fabio Fabrice Fabrizio Fadi Fahad Fahim Faming Fangda Fangyuan
    Fangyun Fangzhao Fangzhou Fanny Farhad Fatemeh Fatih Fatma Federica Fedor Feida Feifei
    Feihu Feiping Feiran Feixiang Feiyang Feiyu Feiyue Felipe Felix Fen Fengjun Fenglin
    Fenglong Fengwei Fengyu Fengyuan Ferran Finale Fiona Flavio Florent Florian Forrester
    Francesc Francesco Francis Francisco Franck Franziska Fred Frederic Frederick Frederik
    Fredrik Fuchun Fuli Fumin Fumiyo Furkan Furong Furu Fuxiang Fuxin Fuzhen Fuzheng Gabriel
    Gabriela Gabriele Gabriella Gabrielle Gakuto Galen Gang Gangshan Gaofeng Gaoyan Gareth Gary
    Gaurav Gauri Gavin Geert Gemma Gen Gene Genta Geoff Geoffrey Georg Georgia Georgios Gerald
    Geraldine Gerasimos Gergely Gerhard German Gert Ghassan Gholamreza Giacomo Giambattista
    Giancarlo Gianluca Gianmarco Gianpiero Gideon Gilles Gillian Gintare Giorgia Giorgio
    Giorgos Giovanni Giulia Giulio Giuseppe Gleb Glen Glenn Gloria Goce Gongshen Gopala Goran
    Graeme Greg Gregory Grigorios Grzegorz Guanbin Guang Guanghao Guanghui Guanglu Guangming
    Guangtao Guangwei Guangxing Guangyao Guangyi Guangyu Guangzhi Guanhua Guannan Guansong
    Guanyu Guanyun Guido Guiguang Guihai Guilin Guillaume Guillermo Gunhee Gunnar Guodong
    Guofeng Guohao Guohong Guohui Guojie Guojun Guoli Guoliang Guoping Guoqi Guoqiang Guoqing
    Guorui Guosheng Guoyin Guoying Gustav Gustavo Guyue Hadas Hadi Hado Hadrien Hady Haggai
    Haibin Haibo Haichao Haidong Haifeng Haijun Hailin Hainan Haipeng Haiqing Haitao Haitham
    Haitian Haiwen Haixin Haiyan Haiyang Haiyi Haiying Haiyun Haizhou Hajime Hakan Hal Hamed
    Hamidreza Hanbyul Handong Hangbo Hanghang Hangyu Hanjun Hanlin Hannaneh Hannes Hanqing Hans
    Hanspeter Hanting Hanwang Hanwen Hanxiao Hany Hanyu Haobo Haochen Haodong Haofeng Haojie
    Haokun Haoliang Haoming Haonan Haoning Haoqi Haoqian Haoqiang Haoran Haoshu Haotian Haotong
    Haowei Haowen Haoxiang Haoxin Haoyang Haoyi Haoyu Haoyue Haozhe Haozhi Harald Hardik Hari
    Harikrishna Harish Harm Harold Harrie Harry Harsh Haruko Hayato Hayley Heather Hector Heidi
    Heike Heiko Helen Helena Helge Hema Hemant Hendrik Henghui Hengliang Hengshu Hengshuang
    Henk Henri Henrik Heqing Herke Hexiang Heyan Hideaki Hideki Hideo Hidetaka Hideyuki Hila
    Hilde Hillary Himabindu Himanshu Hinrich Hiroaki Hirokazu Hiroki Hiroshi Hiroyuki Hisashi
    Hisham Hitoshi Hoa Hoda Hojjat Holger Homa Hongan Hongbin Hongbo Hongchang Hongdong Hongfei
    Hongfu Honghao Honghua Honghui Hongjie Hongjun Hongkai Honglak Honglei Hongliang Hongming
    Hongning Hongseok Hongsheng Hongtao Hongteng Hongwei Hongwen Hongxia Hongxin Hongxun
    Hongyan Hongyang Hongyi Hongyin Hongyu Hongyuan Hongzhi Horacio Horst Hossein Houda Houfeng
    Houqiang Hrvoje Huacheng Huadong Huafeng Huaiyu Huajie Huajun Huamin Huaming Huanhuan
    Huaping Huawei Huaxiu Huayi Huayu Huazhe Huazheng Huchuan Hugh Hugo Huifeng Huijuan Huijun
    Huimin Huiming Huishuai Huiwen Huiyu Huiyuan Hujun Huy Huzefa Hwajung Hwanjo Hwanjun Hwee
    Hyunjung Hyunwoo Iadh Iain Ian Iasonas Ichiro Ido Ignacio Igor Ihab Ilan Ilaria Ilia Ilias
    Ilija Ilja Ilya Iman Imed Inderjit Ines Ingmar Ingo Ingrid Ioana Ioanna Ioannis Ira Irene
    Irina Iris Iro Iryna Isabel Isabelle Isao Ishan Ishita Issei Itai Itay Ittai Ivan Ivana Ivo
    Ivor Jaakko Jaap Jacek Jack Jackie Jacopo Jae Jaegul Jaeho Jaehong Jaejun Jaemin Jaesik
    Jaesung Jaewon Jaewoo Jaewoong Jaeyoon Jaeyoung Jaime Jake Jakob Jakub James Jamie Jan
    Janardhan Jane Janne Jannik Jannis Jared Jaroslaw Jasmijn Jasmin Jason Jasper Jatin Javad
    Javier Jayadev Jayant Jayashree Jayesh Jean Jeff Jeffrey Jelani Jelena Jenna Jennifer Jens
    Jeongsoo Jeremiah Jeremias Jeremy Jeroen Jerry Jesper Jess Jesse Jessica Jey Jiabao Jiabin
    Jiachen Jiacheng Jiafan Jiafei Jiafeng Jiahao Jiaheng Jiahong Jiahua Jiahuan Jiahui Jiajie
    Jiajin Jiajun Jiale Jialei Jiali Jialiang Jialin Jialong Jialun Jiamin Jiaming Jian Jianan
    Jianbin Jianbing Jianbo Jianchao Jiancheng Jiandong Jianfei Jianfeng Jiangbo Jiangchao
    Jiangtao Jianguo Jiangyan Jianhao Jianhong Jianhua Jianhui Jiani Jianing Jianjun Jiankang
    Jianke Jianliang Jianling Jianlong Jianmin Jianming Jiannan Jianpeng Jianping Jianqiang
    Jianqing Jianrong Jiansheng Jianshu Jiantao Jianwei Jianwen Jianwu Jianxin Jianxing
    Jianxiong Jianxun Jianye Jianyong Jianyu Jianyuan Jianzhu Jianzhuang Jianzong Jiaojiao
    Jiaolong Jiaoyang Jiapeng Jiaqi Jiarui Jiasen Jiashi Jiashuo Jiatao Jiatong Jiawei Jiawen
    Jiaxi Jiaxiang Jiaxin Jiaxing Jiaxu Jiaxuan Jiaya Jiayi Jiaying Jiayu Jiayuan Jicong Jie
    Jiebo Jiechao Jiefeng Jieming Jieping Jiepu Jiewei Jieyu Jifan Jifeng Jihong Jihun Jihwan
    Jiliang Jilin Jill Jilles Jilong Jim Jimei Jimeng Jimin Jimmy Jina Jinbo Jinchao Jincheng
    Jindong Jinfeng Jingang Jingbo Jingchao Jingdong Jingfeng Jinghua Jinghui Jingjie Jingjing
    Jingkang Jingkuan Jingliang Jinglin Jingping Jingqi Jingren Jingrui Jingtao Jingwei Jingwen
    Jingxuan Jingyan Jingyang Jingyi Jingyu Jingyuan Jinhan Jinho Jinhong Jinhua Jinhui Jinjian
    Jinjie Jinjin Jinlong Jinming Jinpeng Jinqiao Jinshan Jinsong Jinsung Jintai Jintao Jinwei
    Jinwen Jinwoo Jinxi Jinxin Jinxing Jinyang Jinyoung Jinyu Jinyuan Jinzheng Jiong Jiqing
    Jiri Jisoo Jisu Jitendra Jiuxiang Jiwei Jiwen Jiyang Jiye Jiyeon Jiyoung Jiyuan Jizhong
    Jizhou Joachim Joakim Joan Joanna Joanne Jocelyn Jochen Jodi Joel Joelle Joemon Joey Johan
    Johanna Johannes John Jon Jonas Jonathan Jonathon Jong Jonghyun Jongmin Jongwuk Joni Joon
    Joonhyung Joost Jordi Joris Josef Josep Josh Joshua Josiah Josiane Josip Joyce Joydeep Juan
    Juanzi Judith Judy Jue Juergen Jufeng Jugal Juho Jukka Jules Julia Julian Juliana Julie
    Julien Julio Julius Jun Junbin Junbo Juncheng Junchi Jundong June Junfeng Jungbeom Junge
    Junghyun Jungo Jungong Junhao Junho Junhua Junhui Junichi Junier Junjie Junjun Junkai
    Junliang Junlin Junming Junmo Junnan Junni Junpeng Junping Junqi Junqing Junru Junseok
    Junsong Juntao Junting Junwei Junwen Junxian Junya Junyan Junyang Junyi Junyong Junyoung
    Junyu Junyuan Junzhe Junzhou Jure Juri Jussi Justin Jyoti Kai Kaichun Kaidi Kaihao Kaihua
    Kaili Kaiming Kaiqi Kaisheng Kaisong Kaitao Kaiwen Kaixin Kaixiong Kaixuan Kaiyang Kaiyi
    Kaiyu Kalina Kalle Kamalika Kamesh Kamyar Kangwook Kapil Karel Karen Karin Karl Karla Karol
    Karrie Karsten Karteek Karthikeyan Kartik Katarzyna Kate Katerina Katharina Katherine
    Kathleen Kathrin Kathryn Kathy Katie Katja Katrin Katrina Katsumi Kavita Kayhan Kazuhiko
    Kazuhiro Kazuki Kazuma Kazunori Kazuya Kecheng Kei Keiichi Keiji Keisuke Keita Keith Kele
    Keli Kelvin Kemal Ken Kengo Kenichi Kenji Kenneth Kenta Kentaro Kenton Keping Kevin Kewei
    Kewen Kexin Keyu Kfir Khai Khalifeh Khanh Khe Kian Kihyuk Kijung Kilian Kimberly Kimin
    Kirill Kirsten Kiyoharu Kiyoshi Koby Kohei Koichi Koji Koki Konstantin Konstantina
    Konstantinos Koray Korbinian Kostas Kosuke Kris Krishnakumar Krishnaram Krishnendu Kristen
    Kristian Kristin Kristina Kristjan Kristoffer Kristy Krisztian Krzysztof Kshitij Kui
    Kuldeep Kun Kunal Kunchang Kunio Kunpeng Kurt Kush Kwang Kwanghoon Kyle Kyogu Kyomin Kyong
    Kyoung Kyriakos Kyuhong Kyunghyun Kyungwoo Ladislav Laks Lalit Lance Lanqing Larissa Larry
    Lars Lasse Latifur Laura Laure Lauren Laurence Leah Leanne Lechao Lefei Leif Leila Lele
    Lena Lennart Leo Leon Leona Leonardo Leonid Leonidas Lerrel Les Lexing Leyang Leyu Liam
    Liangda Lianghao Liangjun Liangliang Liangyu Liangyue Lianli Lianwen Libin Libo Lichan
    Lichao Licheng Lidan Lidia Lidong Lieven Lifang Lifeng Lifu Ligong Lihe Lihong Lihua Lijia
    Lijie Lijuan Lijun Lili Lillian Lily Limin Liming Lina Linchao Lincheng Linda Linfeng
    Lingfei Lingfeng Lingjie Lingjuan Linglong Lingpeng Lingqiao Lingwei Lingxi Lingxiao Lingyu
    Lingyun Linh Lining Linjie Linjun Linli Linlin Linyi Linyuan Lionel Lior Liping Liqiang
    Liqing Liqun Liron Lirong Lisa Lise Lisha Liudmila Liujuan Liwei Liwen Lixin Lixing Liyan
    Liyang Liyi Liying Liyuan Lizhe Lizhen Lizhuang Lizi Lluis Lokesh Longbiao Longbo Longfei
    Longqi Longyin Loren Lorenzo Lori Lorne Louise Lourdes Luc Luca Lucia Luciana Luciano Lucio
    Ludovic Luigi Luis Luisa Luiz Lujun Lukas Lukasz Luke Lulu Luming Luyao Luyu Lydia Lyndon
    Maarten Maciej Madeleine Madeline Mads Magdalena Maggie Magnus Mahesh Mahsa Mahyar Maja
    Majid Makarand Makoto Maksim Maksym Malihe Malte Malvina Manaal Manabu Manas Mandar Maneesh
    Manfred Mang Manik Manish Manmohan Manoj Manolis Manuel Manuela Manzil Maosheng Maosong
    Marc Marcella Marcello Marcelo Marcin Marco Marcos Marek Margaret Margarita Margot Maria
    Mariam Marian Mariana Marianna Marianne Marija Marilyn Marina Marine Mario Marios Marius
    Marjorie Mark Marko Markus Marlos Marta Martha Martial Martijn Martine Marvin Marwa Marwan
    Maryam Marzieh Masaaki Masahiro Masahito Masaki Masanori Masao Masashi Masataka Masato
    Masatoshi Masayuki Masoud Massimiliano Massimo Matan Matej Mateusz Mathilde Mats Matt
    Matteo Matthew Matthias Matthieu Matthijs Matti Mattia Mattias Matus Maura Maureen Maurice
    Mauricio Maurizio Mauro Max Maxim Maxime Maximilian Maxine Mayank Maziar Meeyoung Megan
    Mehdi Mehmet Mehrdad Mehrtash Mehryar Mehul Meichun Meirav Meishan Melanie Melih Melissa
    Melody Mengdi Mengfan Mengjie Menglin Mengmeng Mengqi Mengting Mengxi Mengyang Mengyuan
    Mengzhe Meredith Mert Mete Mia Miaomiao Micah Michael Michaela Michal Michalis Michele
    Michelle Michiel Mihaela Mihai Mihir Miika Mikael Mike Mikel Miki Mikio Mikkel Mikko
    Mikolaj Milad Milica Milind Miltiadis Mingbo Mingchen Mingda Mingfei Minghan Minghao
    Minghua Minghui Mingi Mingjie Mingkui Mingli Mingliang Mingming Mingqiang Mingqing Mingrui
    Mingsheng Mingwei Mingxing Mingxuan Mingyang Mingyi Mingyu Mingyuan Mingyue Mingze Mingzhe
    Mingzhi Minhao Minho Minhua Minje Minjie Minjoon Minlie Minmin Minshuo Minsu Minsuk Minwoo
    Minyoung Mirco Mirella Miriam Mirko Miroslav Miryam Misha Mladen Moeness Mohamad Mohammad
    Mohammadreza Mohit Mohsen Moin Mojtaba Molly Mona Monica Monika Morten Moshe Mounia Mrinal
    Mrinmaya Mubbasir Muhammad Muhammed Muhao Mukund Murat Murtaza Mykel Mykhaylo Mykola Nabil
    Nadav Nader Nadia Nadine Nadir Naiyu Najim Naman Namrata Nancy Nando Nannan Nanning Nanxin
    Nanxuan Nanyun Naoaki Naoki Naomi Naonori Naoto Naoya Naoyuki Naren Nassir Natalia Natalie
    Natasha Nate Nathalie Nathanael Nathaniel Nati Naveen Navid Nazanin Nazli Nebojsa Nectarios
    Negar Neha Neil Nemanja Nenggan Nenghai Ngoc Nianwen Niao Nicholas Nick Nico Nicola Nicolas
    Nicole Nicu Nidhi Niels Nigel Nikhil Niki Nikita Niklas Niko Nikola Nikolai Nikolaj
    Nikolaos Nikolas Nikolay Nikos Nikunj Niloy Nils Nima Nina Ninghao Nir Niranjan Nisarg
    Nishant Nishanth Nisheeth Nitesh Nitish Nizar Noa Noah Noam Nobuyuki Noga Nojun Nora
    Norbert Noseong Noura Novi Nuno Nuo Nut Oana Oded Odette Ofer Ognjen Ohad Oisin Ola Olaf
    Oldrich Ole Oleg Oleksandr Oleksii Olga Oliver Olivia Oluwasanmi Omer Omid Omri Ondrej Onur
    Oren Orestis Oriol Osamu Osbert Oscar Oskar Osmar Otmar Ozan Ozlem Paavo Pablo Padhraic
    Pamela Panagiotis Panayotis Pankaj Panos Paola Paolo Parag Parikshit Parisa Parth Partha
    Pascal Pascale Pat Patrice Patricia Patrick Patrik Pattie Paula Pauline Paulo Pavel Pavlos
    Pawan Pawel Payel Pedro Pegah Peidong Peihao Peijie Peilin Peiran Peisong Peizhao Pengcheng
    Pengchuan Pengfei Penghui Pengjie Pengpeng Pengtao Pengwei Pengxiang Pengyu Pengyuan Pepa
    Per Percy Petar Pete Peter Petr Petra Petros Peyman Phil Philip Philipp Philippe Phillip
    Pierluigi Pierre Pieter Pietro Piji Pin Pinaki Pingping Pingzhong Piotr Piyush Polina
    Pontus Pooja Pouya Prafulla Prakhar Pramod Pranav Pranava Pranay Praneeth Pranjal Prasanga
    Prasanta Prasenjit Prashant Prateek Pravesh Preethi Prem Prerna Preslav Pritish Priyank
    Przemyslaw Pulkit Puneet Purushottam Pushmeet Pushpak Qiang Qiankun Qianli Qiannan Qianqian
    Qianru Qiaozhu Qibin Qifan Qifeng Qihang Qihao Qilong Qiming Qinfeng Qing Qingfeng Qingfu
    Qinghua Qingkai Qinglin Qingmin Qingming Qingqing Qingsong Qingtao Qingwei Qingyang Qingyao
    Qingyu Qingyun Qinyuan Qiong Qionghai Qipeng Qirong Qitian Qiuqiang Qiushi Qixing Quanming
    Quanquan Quanshi Quanzhi Quentin Qun Quoc Quynh Rachael Rachel Rachid Rada Radu Raef Rafael
    Rafal Raffaele Raffaella Raghav Rahul Rainer Raja Rajarshi Rajat Rajeev Rajesh Rajiv
    Rakshith Ralf Ralph Rameswar Rami Ramin Ramit Ramtin Ramy Ramya Ran Randy Ranjay Raphael
    Raquel Raul Razieh Razvan Rebecca Reem Regina Reinhard Reinhold Renato Renee Renjie Reuben
    Revanth Rex Ricardo Riccardo Richang Richong Rick Ricky Rico Rie Rik Rina Rishabh Risheng
    Rishi Rita Ritesh Ritwik Riza Rob Robby Robert Roberta Roberto Robin Robyn Rodolfo Rodolphe
    Rodrigo Roee Roger Rohan Rohit Roi Roisin Roland Roma Romain Roman Ronak Ronald Ronan
    Ronggang Rongjie Rongrong Roni Ronny Roozbeh Roshan Rostislav Roxana Ruben Rui Ruibin Ruibo
    Ruichu Ruifang Ruifeng Ruigang Ruihan Ruihao Ruihong Ruihua Ruijie Ruimao Ruiming Ruiping
    Ruiqi Ruiqin Ruirui Ruisheng Ruixuan Ruiyi Ruiyuan Ruizhe Ruizhi Rundong Runsheng Runze
    Runzhe Ruobing Ruochen Ruocheng Ruofan Ruofei Ruohan Ruoming Ruoqi Ruosong Ruoxi Ruoyu
    Rupak Rupesh Ruqing Rushil Ruslan Russ Ruud Ruyi Ryan Ryen Rynson Ryo Ryohei Ryosuke Ryota
    Ryuichi Ryutaro Saab Sabine Sabrina Sachin Sadao Sadegh Saeid Sahand Sahar Sahil Sai Saikat
    Sajad Sakriani Sally Samantha Samarth Sameer Samira Samuel Samuele Samuli Samy Sanath
    Sandeep Sandhya Sandra Sandro Sandy Sangdoo Sanghoon Sanghyuk Sanghyun Sangwoo Sanja Sanjay
    Sanjeev Sanjit Sanjiv Sanjoy Sanket Sanping Santiago Santosh Saptarshi Sara Sarah Sarath
    Saravan Sarit Sarita Sascha Sasha Sashank Sathya Satinder Satoru Satoshi Satyen Sayak Sayan
    Sean Sebastian Seiichi Sejun Semih Senjuti Senthil Seokju Seon Seonghyeon Seongkook Seoung
    Sepehr Sepp Sercan Serena Serge Sergei Sergey Sergio Sergios Setareh Seunghoon Seunghyun
    Seungjin Seungryong Seungwhan Sewon Sewoong Shachar Shahab Shahbaz Shahram Shahrokh Shai
    Sham Shandian Shangchen Shangfei Shanghang Shangling Shangqian Shangsong Shangtong Shanika
    Shanshan Shansong Shantanu Shaofei Shaofeng Shaogang Shaohui Shaojie Shaojin Shaojun
    Shaolei Shaoping Shaoshuai Shaowei Shaowen Sharad Sharath Shashank Shashanka Shashi Shaun
    Shawn Shay Shayan Shayne Shengcai Shengchao Shengdong Shengfeng Shenghua Shengjia Shengjie
    Shengjin Shengkui Shengping Shengqi Shengxi Shengyao Shengyi Shengyu Sherry Shervin Shibo
    Shichao Shie Shifeng Shifu Shigeki Shigeo Shiguang Shihan Shihao Shihong Shiji Shijian
    Shijie Shijun Shikhar Shikun Shilei Shiliang Shilin Shilong Shimin Shiming Shimon Shinichi
    Shinji Shinnosuke Shinsaku Shinsuke Shipeng Shiqi Shiqiang Shir Shiran Shirui Shitao
    Shitong Shiva Shivam Shiwei Shixiang Shiyi Shiyin Shiyu Shiyuan Shiyue Shizhe Shlomo Sho
    Shoaib Shogo Shohei Shoichi Shoko Shota Shouhong Shoukang Shoushan Shree Shreya Shreyas
    Shrikanth Shruti Shuaicheng Shuang Shuangfei Shubham Shubhankar Shufeng Shuguang Shuhang
    Shuhao Shuhui Shuicheng Shuigeng Shuiwang Shujian Shujie Shulin Shumin Shuming Shun
    Shunsuke Shunyu Shuo Shuohang Shuqi Shuqiang Shuran Shusaku Shusuke Shutong Shuwen Shuxin
    Shuyang Shuyuan Shuyue Shweta Shwetak Siamak Siavash Sibo Sicheng Sida Siddarth Siddhartha
    Sidney Siegfried Sifei Sihang Sihao Siheng Sihong Sijia Sijie Siliang Silvia Silvio Silviu
    Simiao Simin Simo Simone Sina Sinong Siqi Sirui Siteng Siwei Sixing Siyang Siyu Siyuan
    Siyue Sizhe Slava Slobodan Smaranda Smita Sneha Sobhan Sofia Sohee Soheil Somayeh Somesh
    Sonal Songfang Songlin Songtao Songyang Sonia Soo Sophia Sophie Soroush Sotirios Soujanya
    Soumen Soumik Soumya Sourav Souvik Sowmya Soyoung Spyridon Spyros Sreyan Sri Srijan
    Srikanta Stanislas Stanislav Stavros Stefan Stefania Stefanie Stefano Stefanos Steffen
    Stephanie Stephen Stergios Steve Steven Stratis Subbarao Subhabrata Subhadeep Subhajit
    Subhransu Subhro Sucheta Sudipto Sue Suha Suhang Suhas Sujay Sujian Suju Suma Suman Sumeet
    Sumit Sundeep Sungchul Sungho Sunghwan Sunghyun Sungjin Sungmin Sungrack Sungrae Sungroh
    Sungryull Sungsoo Sungwon Sunil Sunita Sunny Suraj Surajit Suranga Surbhi Suriya Surya
    Susan Susanne Suvrit Suwon Suzan Suzanne Sven Svetha Svetlana Svitlana Swabha Swapnil
    Swarat Swarup Sylvain Sylvia Symeon Szymon Taesup Taichi Taiji Taiping Takaaki Takafumi
    Takahiro Takahito Takanori Takashi Takayuki Takehiro Takehito Takeo Takeru Takeshi Taku
    Takuhiro Takuma Takumi Takuro Takuya Tali Tamara Tanguy Tanja Tanmay Tanmoy Tanya Tara
    Taraka Tarek Tareq Taro Tarun Tasos Tatiana Tatsunori Tatsuya Ted Teddy Tejas Tengfei
    Tengyu Teresa Tero Terrance Terrence Teruko Tetsuya Thamar Thang Themis Themos Theo
    Theodora Theodore Theodoros Theresa Thi Thiago Thibaud Thibaut Thien Thierry Thilo Thore
    Thorsten Thushara Tiago Tianbao Tiancheng Tianci Tianfan Tianfei Tianfu Tianhao Tianhe
    Tianjia Tianjiao Tianjun Tianle Tianlin Tianlong Tianming Tianqi Tianshi Tianshu Tianshui
    Tiantian Tianwei Tianxiang Tianxiao Tianxing Tianyang Tianyi Tianyu Tianyuan Tianyun Tianze
    Tianzhu Tianzi Tiberiu Tiejun Tieniu Tieyun Tiffany Till Tilman Tim Timo Timothy Timur Tina
    Tingfa Tingting Tingwen Tingyang Tinne Titouan Toan Tobias Toby Todd Tolga Tom Tomas Tomaso
    Tomasz Tomer Tomi Tommaso Tommi Tommy Tomoharu Tomohiro Tomoki Tomoko Tomoya Tomoyuki
    Tongliang Tongzhou Toniann Tony Toon Tor Torsten Toru Toshiaki Toshihiko Toshiyuki Tova
    Tovi Trevor Tri Tristan Trung Truyen Tsubasa Tsuneo Tsuyoshi Tsz Tuhin Tuomas Tushar Udit
    Udo Ufuk Ujwal Ulf Ulrike Umang Umberto Umut Urbashi Uri Usman Utkarsh Utpal Uwe Vadim
    Vahab Vaishaal Vaishak Valentina Valeria Valerie Valerio Vamsi Vaneet Vanessa Vanja Varun
    Vasileios Vasiliki Vasilis Vassilis Vatsal Venu Vera Vered Verena Veronica Veronika Vianney
    Vibhav Vibhor Victor Victoria Vidhyasaharan Viet Vijay Vikas Vikash Vikramjit Vikrant
    Viktor Ville Vince Vincenzo Vineeth Vinod Vinodkumar Vipin Vipul Viraj Virginia Visar
    Vishal Vitaly Vitor Vittorio Vivek Vivian Vlad Vladimir Vladislav Vladlen Vojtech Volkan
    Volker Volodymyr Wael Waleed Walid Wangmeng Wanli Wanqi Wanxiang Wanyu Warut Wataru Wayne
    Weibin Weibo Weichao Weichen Weicheng Weicong Weidi Weidong Weifeng Weihao Weihong Weihua
    Weijia Weijian Weijie Weijun Weikai Weikang Weili Weilin Weilong Weimin Weiming Weinan
    Weipeng Weiping Weiqi Weiqiang Weiqing Weiran Weisheng Weisi Weitao Weitong Weiwei Weiwen
    Weixiang Weixuan Weiyang Weiyao Weiying Weiyu Weiyue Weize Weizhi Weizhong Weizhu Wenbin
    Wenbing Wenbo Wenchao Wenda Wendi Wendy Wenfei Wengang Wenge Wenguan Wenhan Wenhao Wenhu
    Wenhui Wenjia Wenjie Wenjing Wenju Wenjuan Wenjun Wenkai Wenli Wenlin Wenlong Wenming
    Wenpeng Wenping Wenqi Wenqiang Wenqiao Wenqing Wenrui Wentao Wenting Wentong Wenwu Wenxiao
    Wenxin Wenxuan Wenyu Wenyuan Wenzhe Wenzheng Wenzhuo Wesley Will Willem William Willie
    Wilmot Wing Wojciech Wolfgang Wotao Wouter Xavier Xianchao Xianfeng Xiangdong Xianghua
    Xianghui Xiangliang Xianglong Xiangmin Xiangnan Xiangning Xiangrong Xiangru Xiangrui
    Xiangtao Xiangxiang Xiangyang Xiangyu Xianjun Xianming Xianpei Xianwei Xianyuan Xiaobao
    Xiaobin Xiaobing Xiaobo Xiaochen Xiaocheng Xiaochun Xiaodan Xiaodong Xiaofan Xiaofang
    Xiaofei Xiaofeng Xiaogang Xiaoguang Xiaohan Xiaohang Xiaoheng Xiaohong Xiaohu Xiaohua
    Xiaohui Xiaojian Xiaojiang Xiaojie Xiaojin Xiaojuan Xiaojun Xiaokang Xiaokui Xiaolan Xiaoli
    Xiaoliang Xiaolin Xiaoling Xiaolong Xiaolu Xiaoman Xiaomeng Xiaomin Xiaoming Xiaonan
    Xiaoning Xiaoou Xiaopeng Xiaoping Xiaoqi Xiaoqian Xiaoqiang Xiaoqin Xiaoqing Xiaoran
    Xiaorui Xiaoshuai Xiaoteng Xiaotian Xiaoting Xiaotong Xiaowei Xiaowen Xiaoxi Xiaoxiao
    Xiaoxu Xiaoxuan Xiaoxue Xiaoya Xiaoyan Xiaoyang Xiaoye Xiaoyi Xiaoying Xiaoyong Xiaoyu
    Xiaoyuan Xiaoyun Xiaozhi Xiaozhong Xiatian Xiawu Xifeng Xihong Xilin Ximeng Ximing Xinbing
    Xinbo Xinchao Xincheng Xindong Xinfeng Xingang Xingchao Xingchen Xinge Xinggang Xingguo
    Xinghao Xinghua Xingjian Xingxing Xingyi Xingyu Xingyuan Xinhai Xinhang Xinhao Xinhua
    Xinhui Xinjiang Xinjie Xinlei Xinli Xinmeng Xinning Xinqi Xinru Xinrui Xinshuo Xintao
    Xinting Xintong Xinwang Xinwei Xinxin Xinxing Xinyan Xinyang Xinyi Xinyin Xinyu Xinyue
    Xinyun Xipeng Xiping Xiting Xiubo Xiujun Xiuqiang Xiuyi Xiuying Xiuyuan Xiwen Xixin Xiyang
    Xiyao Xiyu Xuancheng Xuanhui Xuanjing Xuankai Xuansong Xuanyu Xuchao Xudong Xuechen Xuefei
    Xuefeng Xueguang Xuehai Xuejie Xueliang Xuelin Xuelong Xuemeng Xuemin Xueqi Xuesong Xueting
    Xuewei Xueyan Xueyang Xueying Xuezhe Xuezhi Xufeng Xugang Xuhai Xuhui Xuming Xunying Xurong
    Xutai Xutao Xuyang Yabiao Yabo Yacine Yadong Yael Yafei Yafeng Yahong Yair Yajie Yajing
    Yajuan Yale Yali Yaliang Yaming Yana Yanan Yanbing Yanbo Yanchao Yanchen Yancheng Yanchi
    Yandong Yanfang Yanfei Yanfeng Yanfu Yanghua Yangming Yangqiu Yangyang Yanhao Yanhua Yanhui
    Yaniv Yanjie Yanjun Yankai Yanmin Yanming Yann Yannan Yannick Yanning Yannis Yanping Yanqi
    Yanqing Yansong Yantao Yanwei Yanxi Yanyan Yanyu Yanyun Yanzhang Yanzhi Yaochen Yaodong
    Yaohui Yaoliang Yaowei Yapeng Yaqing Yarin Yaron Yaroslav Yasaman Yaser Yash Yasha Yashar
    Yasheng Yasser Yasuhiro Yasuko Yasunori Yasuo Yasushi Yasutaka Yasuyuki Yatao Yatin Yating
    Yawei Yawen Yaxin Yaxing Yazhou Yebin Yecheng Yefeng Yehui Yejin Yelena Yelong Yevgeniy
    Yexin Yeye Yeyun Yezhou Yian Yiannis Yibin Yibing Yibo Yichao Yichen Yicheng Yichi Yichong
    Yichuan Yichun Yicong Yida Yidan Yiding Yidong Yifan Yifang Yifei Yifeng Yifu Yihan Yihang
    Yihao Yihe Yiheng Yihong Yihua Yihui Yijia Yijian Yijiang Yijie Yijun Yikai Yikang Yike
    Yikun Yiliang Yilin Yiling Yilong Yilun Yimeng Yimin Yiming Yinan Yinda Yinfei Yingbin
    Yingbo Yingce Yingfei Yinghao Yingjie Yinglong Yingming Yingwei Yingxue Yingyan Yingying
    Yingyu Yingzhen Yining Yinlam Yinpeng Yinqiang Yipeng Yiping Yiqi Yiqiao Yiqing Yiqun Yiran
    Yiren Yisen Yishay Yisong Yitao Yiting Yitong Yiwei Yiwen Yixiao Yixin Yixing Yixiong
    Yixuan Yiyang Yiyi Yiyuan Yizhe Yizhen Yizheng Yizhou Yoann Yoav Yoelle Yogesh Yohan Yohei
    Yoichi Yonatan Yonathan Yong Yongbin Yongbing Yongchao Yongdong Yongfei Yongfeng Yonggan
    Yonggang Yonghong Yonghui Yongjian Yongjie Yongjun Yongkang Yongliang Yongming Yongqi
    Yongqiang Yongqing Yongsheng Yongxin Yongyi Yongzhi Yoni Yonina Yoonho Yoram Yorick
    Yoshifumi Yoshihide Yoshihiro Yoshinobu Yoshinori Yoshitaka Yoshiyuki Yoshua Yossi Yosuke
    Yotam Youliang Youngjae Youngmin Youzheng Youzhi Yuanbin Yuanbo Yuanchun Yuandong Yuanfang
    Yuang Yuanhao Yuanhe Yuanhong Yuanjun Yuankai Yuanming Yuanqing Yuantao Yuanxin Yuanyuan
    Yuanzhi Yubo Yuchao Yuchen Yucheng Yucong Yudong Yuejie Yuekai Yuening Yueting Yuexian
    Yuexin Yufan Yufei Yufeng Yuguang Yuhan Yuhang Yuhao Yuheng Yuhong Yuhua Yuhui Yuichi Yuji
    Yujia Yujie Yujin Yujing Yujiu Yujun Yukang Yuke Yuki Yukihiro Yukiko Yukun Yulan Yulei
    Yulia Yuliang Yulin Yuling Yuliya Yulong Yulun Yuma Yumeng Yuming Yunan Yunbo Yunchao
    Yunchen Yuncheng Yunfan Yunfei Yunfeng Yunhai Yunhang Yunhao Yunhe Yunhong Yunhui Yuning
    Yunjun Yunlong Yunpeng Yunsheng Yunsong Yunsu Yuntao Yuntian Yunwen Yunxia Yunyao Yunze
    Yunzhe Yupeng Yuqi Yuqian Yuqing Yuqiu Yuren Yuri Yuriy Yurong Yury Yusen Yusheng Yushi
    Yushun Yusong Yusu Yusuke Yuta Yutaka Yutao Yutian Yuting Yutong Yuval Yuwei Yuwen Yuxi
    Yuxiang Yuxiao Yuxin Yuxing Yuxuan Yuya Yuyan Yuyang Yuying Yuyu Yuze Yuzhang Yuzhe Yuzhen
    Yuzhong Yuzhou Yves Yvette Yvonne Zachary Zaid Zbynek Zebang Zechao Zecheng Zechun Zeerak
    Zeeshan Zehan Zehao Zehua Zehuan Zeinab Zejun Zelin Zemin Zeming Zengfeng Zenglin Zeqi
    Zequn Zerong Zerui Zexin Zexu Zeyang Zeyi Zeynep Zeyu Zeyuan Zhanghui Zhangjie Zhanglin
    Zhangyang Zhankui Zhanpeng Zhanxing Zhanyu Zhanzhan Zhaocheng Zhaochun Zhaofei Zhaohui
    Zhaopeng Zhaoran Zhaowei Zhaowen Zhaoxiang Zhaoxin Zhaoyang Zhaoyi Zhaoyu Zhaozhi Zhaozhuo
    Zhefeng Zhehuai Zhenbo Zhendong Zhenfang Zhenfeng Zhengdong Zhenghao Zhenghua Zhengjie
    Zhengkun Zhengming Zhengping Zhengqi Zhenguo Zhengxin Zhengyang Zhengyi Zhengyu Zhengyuan
    Zhengzhe Zhenhua Zhenhui Zhenjie Zhenwen Zhenya Zhenyu Zhenzhen Zhewei Zhiao Zhibin Zhibo
    Zhichao Zhicheng Zhichun Zhicong Zhiding Zhidong Zhifang Zhifei Zhifeng Zhigang Zhiguang
    Zhiguo Zhihai Zhihan Zhihang Zhihao Zhiheng Zhihong Zhihua Zhihui Zhijian Zhijiang Zhijie
    Zhijing Zhijun Zhili Zhiliang Zhilin Zhimin Zhiming Zhipeng Zhiping Zhiqi Zhiqiang Zhiquan
    Zhirong Zhirui Zhisheng Zhisong Zhitang Zhitao Zhiting Zhiwei Zhiwen Zhiwu Zhixiang Zhixin
    Zhixuan Zhiyang Zhiyao Zhiyi Zhiying Zhiyong Zhiyu Zhiyuan Zhize Zhizheng Zhizhong Zhongang
    Zhongfei Zhonghao Zhongkai Zhongwen Zhongyi Zhongyu Zhongyuan Zhongzhi Zhouchen Zhoujun
    Zhouyuan Zhumin Zhun Zhuofan Zhuohan Zhuolin Zhuoran Zhuoren Zhuowen Zhuoyi Ziang Zibin
    Zichao Zichen Zicheng Zichuan Zidong Zifan Zifeng Zihan Zihang Zihao Ziheng Zijia Zijian
    Zijie Zijun Zikai Zili Zilin Zilong Ziming Zipeng Ziqi Ziqiang Ziqiao Ziqing Zirui Zitao
    Ziteng Zitong Ziwei Zixian Zixiang Zixin Zixuan Ziyang Ziyao Ziyi Ziyu Ziyuan Ziyue Ziyun
    Zoe Zongben Zongming Zongsheng Zongwei Zongyao Zongzhang Zoubin Zsolt Zubair Zuchao Zulong
    Zunlei Zuxuan Zuzana Zvi
    """.split()
)
"""Names that are hardly ever family names: not one in twenty."""

GIVEN = ONLY_GIVEN | frozenset(
    """
    Abbas Abdallah Abdelrahman Abdullah Abir Abraham Adam Adel Adi Adnan Ahmad Ahmed Ajay Akash
    Alaa Albert Albrecht Alexandru Ali Alison Allan Allen Allison Alok Alon Alp Alper Amin Amir
    Ammar Amos Amr Anand Anderson Andres Ang Anh Anil Anirudh Aravind Arif Aris Armin Arnab
    Arnold Arpit Arya Aryan Ashkan Ashley Ashok Ashraf Asif Asma Assaf Aston Austin Awais
    Bahram Balaji Balakrishnan Balasubramanian Bang Barry Bart Bastian Behzad Bei Benedikt
    Benoit Bernard Bertrand Bharath Bhaskar Bilal Bing Blake Bogdan Bowen Bradley Bruce Bruno
    Bryan Byron Cameron Can Casey Cen Chaitanya Chandra Chang Chao Charles Chee Cheng Chenghao
    Chi Chiara Ching Chitta Chong Chuang Chun Clayton Clemens Clement Cody Colin Cong Connor
    Conrad Constantin Constantine Cuong Curtis Damian Dana Dave Dayan Dean Deborah Delong Deniz
    Dennis Denny Deva Deyi Dian Didier Dieter Dima Dinesh Dinh Dong Doron Douglas Drew Dumitru
    Duncan Dung Duo Ebrahim Edouard Elad Elia Elias Elliot Elliott Emanuel Eng Erez Erwin Eun
    Eyal Eytan Ezra Fabian Faisal Falk Fan Fang Farshad Farzan Federico Fei Felice Feng
    Fernando Filip Filippo Fisher Florence Francesca Franco Francois Frank Franz Fraser
    Friedrich Fritz Gabor Gal Ganesh Garrett Gautam Gauthier Geng George Georges Georgi Gerard
    Gianni Gil Gilad Gim Girish Gonzalo Gordon Grace Graham Grant Gregor Guy Hadar Hai Haim
    Hamid Han Hang Hanna Hannah Hao Haris Harrison Harsha Hartwig Hasan Hassan Hazem Hee
    Heinrich Heinz Heng Henning Henry Herbert Herman Hermann Hieu Hiroya Hoang Hong Howard Hua
    Huan Hubert Hui Humphrey Hung Hunter Hussein Hyun Hyung Ibrahim Ida Idan Imran Ina Ion
    Irfan Irwin Isaac Ismail Israel Jackson Jacob Jacques Jalal Jana Janek Janet Jay Jayaraman
    Jenny Jesus Jia Jianzhong Jin Jing Joe Joern Johann Joo Jordan Jorge Jose Joseph Jost Joy
    Judea Justus Kalyan Kamil Kan Kannan Karan Kareem Kari Karim Karthik Kasper Kaushik Kay
    Kellie Kelly Kenny Kent Khaled Khalid Khalil Khoa Kira Kiran Klaus Konrad Kota Krishna
    Krishnamurthy Kuan Lakshmi Lan Lane Laurent Lauri Lawrence Lea Leandro Lei Leman Lenka
    Leonard Leshem Leslie Lester Levi Liang Ling Logan Long Lorenz Louis Lucas Lucy Ludwig Lun
    Lynn Madhav Madhu Mahdi Mahmoud Mai Malik Man Mana Mani Manohar Mans Manu Marcel Marcus
    Mari Marie Marin Marion Marten Marti Martin Martina Mary Masood Matei Mathew Mathias
    Mathieu Maxwell Maya Melvin Meng Miao Micha Michail Michel Miguel Mika Mikhail Milan Miles
    Milos Min Mina Ming Minh Miquel Mira Mitchell Mithun Mohamed Mohammed Mohan Mor Moran
    Morgan Moritz Morteza Moses Mostafa Mourad Mubarak Murali Murray Mustafa Nam Nan Narendra
    Nasim Nasser Nathan Neel Neeraj Nelson Ness Nhat Nian Nicolai Ning Nitin Noel Noor Norman
    Ofir Oguz Olivier Omar Orhan Ori Osman Owen Pan Paramita Paris Paritosh Parsa Pasin
    Pasquale Paul Pavan Pavlo Pei Peng Penny Pier Pinar Ping Pong Pradeep Prakash Prasad
    Prasanna Pratik Praveen Priya Priyadarshini Qian Qin Quan Quang Raghu Raj Raju Rakesh
    Rakshit Ram Rama Raman Ramesh Ramon Rana Randall Rashmi Rasmus Ravi Ravishankar Ray Raymond
    Regan Reid Renaud Reza Rich Richard Rolf Ron Ronen Rong Rosa Rose Ross Rowan Roy Rudolf
    Russell Ruth Saad Sabato Saeed Sagar Saif Sajid Saket Salah Salim Salman Salvatore Sam
    Samet Sami Samir Sander Sang Santu Sarthak Satish Sattar Saumya Saurabh Scott Sen Seong
    Seth Seung Seyed Sha Shafiq Shahar Shahin Shalini Shalom Shan Shane Shang Shankar Shaobo
    Sharan Sharon Shasha Sheikh Sheng Shiv Shivani Shoji Shu Shuai Shyam Siddhant Siddharth
    Simon Sinno Siu Siva Sivan Son Spencer Sreenivas Sridhar Srikanth Srikumar Srinath Srinivas
    Srinivasa Srinivasan Sriram Stacey Stan Stanley Stella Stephan Stewart Stuart Subin Sultan
    Sung Suresh Swapna Syed Tae Taha Takao Tal Tam Tamar Tamer Tamir Tania Tanner Tao Tariq
    Taylor Teng Terry Thanh Thibault Thomas Tian Tien Tin Ting Tong Toni Tracy Trang Travis
    Trong Tuan Tung Tuo Tyler Ullrich Ulrich Umar Vahid Vaibhav Valentin Vasudeva Venkata
    Venkatesan Venkatesh Vicente Vignesh Vikram Vinay Vinayak Vincent Vineet Vinh Vishnu
    Vishwanath Vyas Wai Walter Wee Wei Weixin Wen Wenliang Werner Wieland Winston Won Wynne Xia
    Xian Xiang Xiao Xiaochuan Xin Xing Xinyuan Xiu Xuan Xue Xun Yan Yanai Yang Yao Yasin
    Yassine Yee Ying Yinghui Yongwei Yoshimi Young Yousef Youssef Yuan Yue Yun Yusuf Zach Zahra
    Zan Zhan Zhe Zhen Zheng Zhi Zhong Zhuo Zohar Zoran
    """.split()
)
"""Names that are given names often enough."""
