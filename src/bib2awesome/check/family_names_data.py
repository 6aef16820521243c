"""Family names, counted over the authors of 43,000 papers."""

from __future__ import annotations

__all__ = ["ONLY_FAMILY"]

ONLY_FAMILY = frozenset(
    """
    Abate Abbasnejad Abbe Abbeel Abbott Abboud Abdelfattah Abdelzaher Abend Aberer Abhayapala
    Ablin Abry Acar Acharya Ackerman Acuna Adali Adeli Adhikari Adhikary Adiga Adler Afshan
    Agapito Agarwal Aggarwal Agichtein Agirre Agrawal Agrawala Agustsson Ahn Ahuja Aichner
    Aitchison Aittala Aizawa Aji Akagi Akata Akella Akhtar Akiba Akimoto Akoglu Alabdulmohsin
    Alahari Alahi Alam Albanie Alberti Albuquerque Aletras Alexandropoulos Alfeld Alghamdi
    Alikhani Alistarh Alizadeh Aljundi Alkhouli Alku Allauzen Aloimonos Alotaibi Alt Althoff
    Altman Alvarez Alves Alwan Ambikairajah Amid Amini Amiri Amsterdamer Anagnostides
    Anagnostopoulos Anandkumar Ananiadou Anastasilakis Anastasopoulos Andersen Andersson
    Andrade Andreev Andrews Andriluka Androutsopoulos Aneja Angelini Anguelov Antonacci
    Antoniadis Anumanchipalli Anwer Aodha Aono Apidianaki Aragam Arai Araki Arampatzis
    Arandjelovic Arani Araujo Arbel Arbour Archambeau Archer Arguello Argyros Arias Armstrong
    Arndt Arora Artetxe Artzi Asadi Asai Asano Ash Ashihara Askari Aslam Assadi Atanasova Athey
    Atkinson Atti Audhkhasi Audibert Auer Auerbach Augenstein Auli Avestimehr Avidan Avramidis
    Avrithis Avron Awadallah Awasthi Axiotis Ayache Ayed Ayres Azad Azar Azizi Azizzadenesheli
    Azzopardi Babenko Babu Bacchiani Bach Bachman Bachrach Backurs Bacon Badeau Baden Bae Baek
    Baevski Bagaria Bagheri Bagnell Bai Bailis Bailly Baird Bajaj Bak Baker Bakker
    Baktashmotlagh Balaam Balcan Baldridge Balduzzi Baldwin Balestriero Balkanski Ball Ballard
    Ballas Balle Ballesteros Balog Balsubramani Bamman Ban Banchs Bandyopadhyay Banerjee
    Bangalore Bansal Bao Bapna Baral Baraldi Baraniuk Barath Barba Barber Barbieri Barbosa
    Barbu Bardenet Bardzell Bareinboim Barik Barker Barman Barnes Barnett Baroni Barreto Barron
    Barrow Barsky Barth Bartlett Bartoli Barzilay Bassily Bastani Bastings Basu Bateman Bateni
    Bates Batista Batra Battaglia Baudisch Bauer Baumann Baumer Bautista Bazzi Bean Beaufays
    Beck Becker Bedathur Bedi Bedrick Beerel Beijbom Belanger Belardinelli Belilovsky Belinkov
    Belkin Bell Bellemare Bellet Bello Bellot Belongie Bender Bendersky Benesty Benford Bengio
    Benko Bennamoun Bentivogli Benton Bera Berant Berberidis Berg Berger Bergmann Berisha
    Berman Bernacchia Bernardi Bernstein Berrada Bertino Bertozzi Besacier Bestgen Bethard
    Bethge Beutel Beyer Beyerer Beygelzimer Bhagat Bhagavatula Bhandari Bhardwaj Bhasin
    Bhaskara Bhat Bhatia Bhatnagar Bhatt Bhattacharjee Bhattacharya Bhattacharyya Bhattarai
    Bhowmick Bhowmik Bhunia Bian Bianchi Bianco Bibi Biemann Biggio Biggs Bigham Bilen Bilmes
    Binder Binnig Birch Birchfield Bird Birdal Birk Biro Bisazza Bischof Bishop Bisk Biswas
    Bjerva Black Blaha Blain Blaisdell Blanchet Blanco Blankevoort Blattmann Blei Bloom Blu
    Blum Blunsom Boche Bocklet Boddeti Boehmer Boettiger Bogunovic Bohannon Bojar Bojchevski
    Bollegala Bonastre Bondi Bonilla Boots Boracchi Boratko Borchers Bordes Borgwardt Bose
    Botelho Botvinick Bouamor Bouchard Bougares Bouneffouf Bouraoui Bourlard Boursier Bousquet
    Boutilier Bouzerdoum Bowling Bowman Boyer Boykov Branco Brand Brandt Branson Braun
    Braverman Brendel Brenner Brereton Brewster Brigham Brill Bringmann Briol Briscoe Brockett
    Broderick Bronstein Brostow Brown Brownstein Brox Brubaker Bruguier Brun Bruni Brunskill
    Brutti Bubeck Buchanan Budvytis Budzianowski Buechley Buesing Buettner Bui Buitelaar
    Bulling Bullinger Buntine Burch Burdick Burger Burgess Burget Burke Burnett Burns Busch
    Busso Butz Byrne Byun Cabral Caccia Cahill Cai Calandriello Calderara Calderbank Calhoun
    Callan Callen Cambazoglu Cambria Campbell Campos Candan Cao Caplan Caputo Caragea
    Caragiannis Caramanis Carbin Carbonell Cardie Cardoso Carenini Carin Carlson Carlsson
    Carmon Caron Carpenter Carpentier Carpuat Carr Carreira Carterette Caruana Carvalho Caselli
    Casiez Castellanos Castelli Castillo Castro Catanzaro Cavalcante Cavallaro Caverlee
    Celikyilmaz Cemgil Cernak Cettolo Cevher Ceylan Cha Chaganty Chakrabarti Chakrabarty
    Chakraborti Chakraborty Chamberlain Chambers Chamon Champagne Chan Chandak Chandar
    Chandraker Chandrasekaran Chandrasekhar Chaplot Chapman Chapuis Charikar Charlin Charniak
    Charpentier Chatterjee Chattopadhyay Chaturvedi Chatzis Chaudhari Chaudhary Chaudhuri
    Chaudhury Chauhan Chawla Chechik Chehreghani Chellappa Chelmis Chenthamarakshan Cheon
    Cheong Chepuri Cherian Cheung Chevalier Chew Chhabra Chiang Chien Chierichetti Chiou
    Chiruzzo Chiu Chklovskii Chng Cho Choe Choi Cholakkal Choo Chopra Choromanski Choshen Chou
    Choudhary Choudhury Chouzenoux Chow Chowdhury Choy Christensen Chrysos Chua Church
    Churchill Cichocki Ciliberto Cipolla Civera Clarke Clavel Clements Clinchant Clune Coates
    Cobb Cobos Cockburn Cocos Coenen Cohan Cohen Cohn Colas Colley Collier Collins Collobert
    Collomosse Colombo Comber Combes Condat Conneau Constant Conway Cook Cooke Cooper
    Coppersmith Cord Cormack Cormode Cornell Corso Cortes Coskey Costa Cotterell Couillet
    Courty Courville Cousins Covaci Cowan Cox Coyle Cramer Crandall Cranor Craswell Crawford
    Cremers Crescenzi Crivellaro Croce Croft Crowley Cruz Cubuk Cucchiara Cui Culpepper
    Cummings Cummins Cunha Cunningham Curless Currie Curry Curth Cutkosky Cutler Cuturi
    Cvetkovic Czarnecki Dabbish Dabney Dabre Dadush Daelemans Dagan Dahl Dai Dalal Dalvi Damm
    Damoulas Danelljan Daniely Daniilidis Danilevsky Dann Das Dasgupta Dash Daskalakis Datta
    Dau Daudet Dauphin Dauwels Davidson Davison Debnath Dechter Dehak Dehghani Deisenroth Dekel
    Delcroix Deleforge Deligiannidis Demartini Demberg Demeter Demir Demiris Denil Denoyer
    Denzler Deolalikar Deretzi Derezinski Dernoncourt Derpanis Desai Deshpande Desjardins
    Deutsch Devanur Dey Dhariwal Dhillon Dhingra Dhir Dhurandhar Diab Diakonikolas Diao Dias
    Diaz Dickerson Dickinson Dieleman Dietterich Dietz Dillig Dimakis Dimakopoulou Dimitriadis
    Dimitrov Direnfeld Divakaran Dixon Djolonga Djuric Doan Dobriban Dobson Doclo Doddipatla
    Dodge Doherty Dokania Dokmanic Dolan Domke Donahue Donley Dontcheva Doppa Dorn Dorr Doshi
    Dou Doucet Douze Dow Downey Doyle Dragotti Drake Dras Draxler Dredze Droppo Drozdov Drude
    Drugman Drumetz Drummond Duan Dubey Dubin Dubois Duchi Dudek Dugan Duh Dumais Dunn Dunne
    Dunson Dupoux Dupre Durand Durrani Durrett Dutta Duvenaud Dvijotham Dvurechensky Dwivedi
    Dwyer Dyer Dziugaite Eban Ebrahimi Eck Eckart Eckert Eckstein Edunov Edwards Efroni Efros
    Efstathiadou Efthymiou Eger Ehrlich Ehsani Eickhoff Eigen Eisen Eisenstein Eisner Eiter
    Ekbal Ekstrand Elazar Elhilali Elibol Elidan Elkind Elmqvist Elsahar Elsen Emami Engel
    Engelhardt Engstrom Ensalada Epstein Erdogdu Ergen Eriksson Ermon Esfandiari Eshghi
    Eskenazi Eslami Essa Ester Etemad Evans Evert Ewert Eysenbach Faber Fablet Faccio Fadaee
    Faliszewski Falkner Faloutsos Fani Fanti Farahmand Farajtabar Fard Farhadi Farina Farinelli
    Farnia Farooq Farquhar Faruqui Fatemi Fathi Faust Favaro Fazel Fedorova Feichtenhofer
    Feinberg Feiszli Feizi Fekri Feldman Fenner Ferguson Feris Fern Fernandes Fernandez Ferrara
    Ferrari Ferraro Ferreira Ferrer Ferret Ferroni Fetaya Feuerriegel Fichte Fidler Fiete Fiez
    Filice Filippone Finch Findlater Fingscheidt Fink Finkelstein Finlayson Finn Fiore Fisch
    Fischer Fitzgibbon Fitzmaurice Fitzpatrick Flamary Flammarion Fleet Fleischmajer Fleming
    Fletcher Fleuret Flores Foerster Fogarty Foley Fomin Fong Fonseca Foo Forbes Forlizzi
    Foroosh Forsyth Fortuin Foster Fotakis Fouhey Foulds Fowl Fowlkes Fox Fragkiadaki Frahm
    Franceschi Franke Frankle Frauen Frazier Freedman Freeman Freitag Freitas Freund Frey Fried
    Friedland Friedman Froehlich Frommel Frongillo Frossard Fua Fuchs Fuegen Fujii Fujimaki
    Fujimoto Fujisawa Fujita Fujiwara Fukuda Fukumizu Fukumoto Fukunaga Fung Funk Funkhouser
    Furon Furukawa Furuta Futami Gabrilovich Gadiraju Gaido Gaidon Gaillard Gaizauskas Gala
    Gales Galhotra Galkin Gall Gallagher Galley Galstyan Gama Gamper Gan Ganapathy Gandhe
    Gandhi Ganesan Gangal Ganguli Ganguly Ganian Gannot Gao Garber Garcia Gardent Gardner Garg
    Garimella Garnelo Garner Garnett Garreau Gasanov Gasnikov Gatti Gatto Gaur Gaussier Gavalas
    Gavves Gehrke Gehrmann Geiger Geiping Geisler Geist Gelly Gemp Gemulla Gentile Georgiadis
    Georgiou Georgoulis Gerber Gergle Gerkmann Gerling Gerou Gerstoft Gertz Getoor Geva
    Ghaffari Ghahramani Ghanem Ghani Ghassemi Ghavamzadeh Ghazi Ghodsi Gholami Ghorbani Ghosal
    Ghose Ghosh Giannakis Gibbs Gibson Gidel Giesen Gifford Gilbert Gildea Giles Gillick Gimpel
    Ginsburg Ginter Gionis Girin Girolami Girshick Giryes Giunchiglia Gkioxari Glass Gleich
    Globerson Glowacka Glynn Goel Gogate Goh Goharian Goldberg Goldberger Goldblum Goldfarb
    Goldman Goldsmith Goldstein Goldwasser Goldwater Gollapudi Golub Golyanik Gomes Gomez Gong
    Gonzalez Goodfellow Goodman Goodwin Gopalan Gorbunov Gori Gorji Gorman Gormley Goswami
    Gosztolya Goto Gottesman Gottlob Gou Gould Gouleakis Gowal Gowda Goyal Grabar Graber
    Graepel Graf Gramfort Grangier Granitzer Grau Grauman Graves Gravier Gray Green Greenberg
    Greenewald Greenwald Greer Grefenstette Greiner Gretton Gribonval Griffiths Grishman Groh
    Gross Grosse Grossman Grover Gruber Gruenstein Gruenwald Grundkiewicz Guedj Guerini
    Guerraoui Guerreiro Guerrero Guestrin Gugenheimer Guibas Guillemot Gulwani Gummadi
    Gunasekar Guo Gupta Gur Gurevich Gurevych Guruswami Gusev Gustafson Gutwin Gygli Haardt
    Haas Habash Haber Habrard Hadad Haddow Haffari Hafner Haghani Hahn Hain Hajiaghayi
    Hajimirsadeghi Hajishirzi Hale Hall Hallak Haller Halpern Ham Hamm Hammer Hammond Hammoud
    Hamon Hamprecht Hanbury Hancock Hand Hanneke Hannun Hansen Hanzely Hara Harabor Harada
    Haralson Harandi Harbach Harchaoui Hardt Hare Harley Harper Harrington Hartley Hartmann
    Hartvigsen Harutyunyan Harvey Harwath Hasani Hasegawa Haseyama Hashemi Hashimoto Hassani
    Hassanzadeh Hassibi Hastings Hatano Hattori Hauberg Hauptmann Hausman Hayashi Hayat Hayes
    Haynes Hazan Hazen Heafield Hearst Hebert Hecher Hecht Heckel Heess Hegde Heidari Heidrich
    Heilman Heimann Heinonen Heller Henaff Henao Henderson Hendricks Hendrikx Hennequin Hennig
    Henriques Hensman Henze Henzinger Heo Hernandez Herranz Herrmann Hershcovich Hershey
    Hertzmann Herzig Heusdens Hicks Hidalgo Higgins Higuchi Hill Hilliges Hinrichs Hinton
    Hirano Hirose Hirschberg Hirst Hjelm Hochreiter Hockenmaier Hodge Hodges Hoefler Hofer
    Hoffman Hoffmann Hoffmeister Hofman Hofmann Hogg Hoi Hoiem Holland Hollenstein Holloway
    Holm Holmes Honda Honkela Honorio Hooi Hopcroft Hopkins Horaud Horesh Hori Horio Horn
    Horrocks Horvitz Hoshino Hospedales Hossain Hosseini Hou Houben Houlsby Hovy Howe Howell
    Howes Hoyle Hsiao Hsieh Hsu Huang Hudson Hueber Hughes Huh Hulden Hummel Humphreys Hunt Huo
    Hupkes Hur Hurley Hutchinson Hutter Huynh Hwa Hwang Ide Igarashi Iglesias Ignatiev Ihler
    Iida Ilic Illa Imani Inaguma Indurthi Indyk Inkpen Inoue Inouye Inui Ioannidis Ionescu
    Iosifidis Irani Irie Iruskieta Isbister Ishii Ishikawa Islam Iso Isola Isufi Ithapu Ito
    Ivanov Iwata Iyer Iyyer Izadi Jaakkola Jacobs Jacobsen Jacobson Jacucci Jadbabaie Jafari
    Jaffe Jagadish Jagannath Jagerman Jaggi Jaillet Jaimes Jain Jaiswal Jakobsson Jamieson
    Jampani Jang Jankowiak Jansen Jansson Jarrett Jatowt Jauhar Jebara Jegelka Jelinek Jenatton
    Jenkins Jensen Jeon Jermaine Jewell Jha Jhamtani Jiang Jimenez Jindal Joachims Joglekar
    Johannsen Johansen Johansson Johari Johnson Johnston Jojic Jokinen Jolly Joly Jones Jonker
    Jonsson Joshi Josifovski Joty Joulin Jovanovic Jui Jurafsky Jurgens Juvela Jyothi Kaelbling
    Kahl Kahn Kailkhura Kairouz Kaiser Kaji Kakade Kakimura Kalai Kalaitzis Kalantidis Kale
    Kalinli Kallus Kamar Kamarainen Kamath Kambhampati Kamble Kameoka Kamgarpour Kamigaito
    Kaminski Kamper Kamps Kanamori Kanazawa Kane Kaneko Kankanhalli Kann Kannala Kanoulas Kao
    Kapadia Kaplan Kapoor Kapralov Kar Karahalios Karakos Karanam Karanasou Karbasi Karia
    Karimi Karita Karlinsky Karlsson Karnin Karpatne Karpov Karras Kartsaklis Karunasekera
    Karypis Kasai Kashino Kashiwagi Kasiviswanathan Kaski Katabi Katiyar Kato Katsinelos Katz
    Kaufman Kaufmann Kaul Kaup Kaur Kautz Kavukcuoglu Kawabata Kawaguchi Kawahara Kawai
    Kawakami Kawanishi Kawarabayashi Kaya Kayser Kazemi Kearns Kehl Keller Kellermann Kembhavi
    Kempe Kenter Kenthapadi Keogh Kersting Kertay Keshet Keskin Keutzer Khalifa Khamis Khan
    Khandelwal Khanna Khapra Khare Kharitonov Kharlamov Khashabi Khattab Khodak Khong Khosla
    Khot Khoussainov Khudanpur Khurana Kiela Kilbertus Kim Kimelfeld Kimmel Kimura Kingsbury
    Kinnunen Kinoshita Kipf Kirby Kirchhoff Kiros Kirsch Kishimoto Kita Kitahara Kitani Kittur
    Kiyavash Klakow Kleijn Klein Kleinberg Klejch Klemmer Kligman Klinger Kloft Kluger Kneip
    Knibbe Knight Knijnenburg Knill Knoblauch Knoll Knowles Kobayashi Koch Kochenderfer Kodrasi
    Koehler Koehn Koenig Koeppl Koh Kohl Kohler Kohli Kohno Koishida Koizumi Kojima Kokkinos
    Kolar Kolb Kolesnikov Koley Koller Kollias Kolossa Kolouri Kolter Koltun Komatsu Kondo
    Kondrak Konidaris Koniusz Konstas Kontorovich Kontschieder Koo Koolen Kopf Kopparapu Koppel
    Korayem Korba Koren Korhonen Koriyama Kornblith Kortylewski Kosch Kossmann Kostylev Kot
    Kothari Kotov Kountouras Koutra Koyama Koyejo Koziris Kragic Kramer Kraska Kraus Krause
    Kraut Krauth Kreiman Krestel Krichene Kriegel Krim Krishnan Krishnaswamy Kristan
    Kristensson Kristiadi Kroer Krueger Kruszewski Krzakala Kubo Kudo Kuehn Kuehne Kuen Kuhn
    Kukelova Kuleshov Kulesza Kulis Kulkarni Kumagai Kumari Kummerfeld Kundu Kung Kurata Kurimo
    Kurland Kurohashi Kuroki Kusner Kutuzov Kuznetsov Kveton Kwak Kweon Kwiatkowska Kwok Kwon
    Kyrillidis Laaksonen Lacki Lackner Ladhak Ladicky Lafferty Lai Laine Lakkaraju Lakshmanan
    Lalmas Lalonde Lamb Lammert Lampert Lampinen Lample Lamprier Lanctot Landay Lange Langford
    Langlois Lao Lapata Lappin Laptev Larlus Laroche Larochelle Larsen Larson Larsson Lassance
    Lattanzi Lattimore Lau Laue Lavaei Lavie Law Lawlor Lazaric Lazaridou Lazebnik LeCun Leal
    Lease Lebanon Lechner Leckie Leclair Lederer Lee Legg Lehmann Lehner Leibe Lemon Lempel
    Lempitsky Leng Leonardi Leordeanu Lepetit Lerman Lerner Leskovec Lesot Leung Leus Levin
    Levine Levitan Levy Lew Leyden Lezama Liao Lien Liew Lillicrap Lim Lima Limsopatham
    Lindenbaum Linderman Lindsey Lindsten Link Linsley Linzen Lioma Lipani Lipka Lipton Liss
    Litany Litman Little Littman Liu Livescu Livingston Livni Liwicki Lobel Locatello Loh
    Lokshtanov Lomuscio London Longpre Lopes Lopez Lotker Lou Louizos Louppe Low Lowe Loweimi
    Loy Lozano Lucchi Lucero Lucey Lucic Lucier Lukasiewicz Lukezic Luong Lutteroth Luyten
    Lynch Lynfield Lyons Lyu Maarek Maas MacAvaney MacDonald Macdonald Machado Mack Mackay
    Macke Mackey Madaan Madden Maddison Madhyastha Madnani Madotto Madry Maeda Maehara Maekawa
    Maes Maggu Magli Magliacane Mahadeokar Mahadevan Mahajan Mahapatra Mahata Mahdavi Mahdian
    Maheshwari Mahloujifar Mahmud Mahoney Maillard Mairal Maire Maiti Maity Maji Majumdar
    Majumder Mak Makarychev Makino Makras Malach Malakasiotis Maleki Malhotra Mallick Mallya
    Malmasi Malone Mamoulis Mandal Mandel Mandic Mandryk Mandt Manhardt Mankoff Mann Mannor
    Manocha Manolescu Mansinghka Mantrach Mantzoros Manurangsi Maragos Marathe Marchesi Marchi
    Marculescu Marinescu Marinov Markham Markl Markov Marks Marlin Maron Marquardt Marques
    Marquis Marriott Marris Martel Martinez Martins Martius Marwah Marx Masci Mascolo Masumura
    Matas Matejka Mathur Matsubara Matsuda Matsumoto Matsuo Matsuoka Matsushita Mattei Matthews
    Mattina Maurer Mayer Mayo Mayr Mazumdar Mazumder McAleer McAuley McCallum McCann McCarthy
    McCoy McCrae McCreadie McDonald McDuff McGill McGregor McGuinness McIntosh McKee McKeown
    McLoughlin McMahan McMahon McMillan McNaney Medina Meek Meel Mehdad Mehregan Mehri Mehrotra
    Mehta Meier Meij Meinel Meister Mekler Melamud Melnyk Memon Mendes Mendez Menon Mentis
    Mentzer Menze Menzel Mercer Merlo Merrill Merritt Mertikopoulos Mertins Mescheder Mesgarani
    Meshi Messina Metaxas Metelli Metz Metze Metzler Meunier Meyer Michalski Michiardi Mihalcea
    Mihaylova Miksik Mildenhall Milios Miller Mills Milner Mimura Mineiro Minkin Minnen
    Mirrokni Mirzasoleiman Mishchenko Mishima Mishra Misra Mitamura Mitra Mitrovic Mitsufuji
    Mittal Mitzenmacher Miura Miyao Miyata Miyazaki Mizzaro Mladenov Mnih Modolo Moeller Moens
    Moh Mohanty Mohapatra Mohler Mohr Mohri Moinet Moitra Mok Mokhtari Molchanov Monath Mondal
    Mondelli Monga Montanari Montes Montgomery Monti Monz Mooij Moon Moonen Mooney Moore
    Morales Morariu Morcos Mordatch Moreira Morency Morgenstern Morishima Morita Moriya Morozov
    Morrison Morrissey Mortensen Moschitti Moseley Moshfeghi Mosner Moss Mostafazadeh Motani
    Mothe Mott Mottaghi Mou Mouchtaris Moulin Moulines Moura Moya Mozafari Mroueh Mueen Mueller
    Mukherjee Mukhopadhyay Mulholland Muller Munagala Munkhdalai Munos Munro Munteanu Murakami
    Muralidharan Murata Murdock Muresan Murino Murnane Murphy Murty Murugesan Musco Myers
    Mysore Naaman Nabi Nacenta Nachmani Nacke Nadler Nagao Nagata Nagel Nagle Naik Naini Nair
    Najibi Najork Nakagawa Nakajima Nakamura Nakano Nakata Nakatani Nakayama Nakov Nalisnick
    Nandi Naor Narahari Narang Narasimhan Narayanan Narayanaswamy Nardini Nascimento Naseem
    Naseer Nash Nasr Nasrabadi Nassar Nassif Nastase Natarajan Nath Navab Navarro Navigli Navon
    Nayak Nayar Naylor Nayyeri Nazari Nebeling Negi Negri Neiman Neiswanger Neitz Nejdl Nenkova
    Neri Netrapalli Neu Neubig Neumann Nevatia Neverova Neves Newell Newman Ney Neyshabur Ngiam
    Nichols Nicholson Nickel Nicosia Nie Niebles Niedermeier Niehues Niekum Nielsen Niemeyer
    Niepert Niethammer Nieto Nikolaev Nikolov Nilsson Ninomiya Nishida Nishimura Nishino Nissim
    Nitanda Niu Nivre Niwa Nobuhara Nock Nogueira Noh Nonaka Noroozi Norouzi Nortje Nouri
    Novoselov Nowak Nowozin Nunes Oard Oates Obrist Ochiai Odom Ofli Ogawa Oglic Ohashi Ohkuma
    Oikawa Okada Okamoto Okatani Okazaki Okumura Okutomi Oliva Oliveira Olsen Olson Olsson
    Ommer Ondel Ong Ono Ooi Oosterhuis Ordonez Ordyniak Orlitsky Orr Orseau Ortega Ortiz
    Orvieto Osborne Oseledets Osindero Osokin Ostendorf Otani Ott Ottaviano Ottersten Oudeyer
    Oulasvirta Ounis Ouyang Ovarlez Ovsjanikov Owens Oymak Ozay Ozdaglar Pacchiano Pacheco
    Padilla Paetzold Page Paik Paisley Pal Palaskar Palmer Palomar Panagakis Panageas Panahi
    Panchenko Panda Pande Pandey Pang Panigrahi Paninski Pantic Papadakis Papadimitriou
    Papadopoulos Papageorgiou Papailiopoulos Papalexakis Papamakarios Papangelis Papernot
    Papotti Pappas Parascandolo Parcollet Pardo Parekh Parikh Pariser Park Parkes Parmar
    Parrish Parthasarathi Pascanu Paskov Passerini Passonneau Passos Pastor Pasunuru Patel
    Pathak Patil Patra Patras Patterson Patton Paudel Paulos Pavlick Pavlopoulos Pavlovic
    Pavone Pechenizkiy Peck Pedersen Pedregosa Peharz Pehlevan Peleg Pellegrini Peltonen Pena
    Pennington Pentland Perchet Perego Pereira Perera Pergola Perkins Pernkopf Perona Perozzi
    Perrault Perrin Perrone Person Pesquet Peters Petersen Peterson Petersson Petiushko
    Petridis Petrik Petropulu Petrov Petrozzi Peyser Pfeiffer Pfister Pham Phan Phillips Phung
    Piantanida Picard Picheny Pichler Pierce Pietquin Pilanci Pilehvar Piliouras Pilipczuk
    Pillai Pillow Pimentel Pineau Pino Pinto Piot Pires Pirotta Pitas Pitassi Piwowarski Plank
    Plant Plataniotis Plchot Pleiss Plumbley Plummer Poesio Poggi Poggio Pohl Pokutta Pollefeys
    Polyzos Ponce Pons Ponti Pontil Ponzetto Poole Poor Popel Popov Poria Porikli Porzi
    Possegger Post Potamianos Potdar Potechin Potthast Potts Pound Poupart Povey Powell
    Poznanski Prabhakaran Prabhavalkar Pradhan Precup Price Prisacariu Pritchard Probst
    Procaccia Prokhorenkova Provost Prystowsky Psomas Pugh Pun Pundak Purohit Purver
    Pustejovsky Qie Qiu Quadrianto Quatieri Quirk Rabinovich Rabl Rabusseau Radanovic Radev
    Radford Radhakrishnan Radinsky Radlinski Raff Raffel Raganato Raghavan Raghunathan Ragni
    Rahaman Rahimi Rahman Rahmani Raiber Raileanu Rainforth Rajagopalan Rajendran Rajmohan
    Rajput Rakhlin Ramabhadran Ramadge Ramalingam Ramamoorthi Ramamurthy Ramanan Ramapuram
    Rambhatla Rambow Ramchandran Ramchurn Ramdas Ramirez Ramos Ranasinghe Ranavaya Rangi
    Rangwala Ranta Ranu Ranzato Rasheed Rashkin Raskar Rasmussen Rastegari Rastogi Rastrow
    Ratliff Ratner Rauzy Ravanbakhsh Ravanelli Ravichandran Ravikumar Rawat Razniewski Rea
    Recht Reddi Reddy Reeves Rehg Reichart Reimer Reinecke Reiter Rekatsinas Rematas Renals
    Renders Renear Renz Restelli Reynolds Rezaei Rezagholizadeh Rezatofighi Rezende Rhee Rho
    Rhodin Ribeiro Ricci Rice Richards Richardson Richter Riedel Riedl Riegler Riemenschneider
    Rieser Riezler Rigau Rios Risteski Ritter Ritz Rivera Roark Roberts Robertson Robey Rocha
    Roddenberry Roditty Rodner Rodrigues Rodriguez Roebel Roenigk Roesner Rogers Roh Rohdin
    Rohrbach Roitero Roitman Roller Rolnick Romano Romanovsky Rombach Romeo Romero Roos Roque
    Rosasco Rosen Rosenbaum Rosenberg Rosenfeld Rosenhahn Rosenthal Rosman Rosner Rossi Roth
    Rother Roudaut Roukos Rousseau Roussel Rowland Ruan Rubino Rubinstein Ruder Rudi Rudin
    Rudinger Rudner Rudzicz Ruiz Rukzio Rundensteiner Ruozzi Rupprecht Rush Russakovsky Russo
    Rusu Rybach Ryoo Sabharwal Sabour Sachan Sachdeva Sadeghi Sadeh Sadigh Sadler Saeedi Saenko
    Saggion Saha Sahidullah Sahlgren Sahoo Sahu Sailor Sain Sainath Saini Saito Sajjadi
    Sakaguchi Sakai Sakamoto Sakaue Sakti Sakuma Sakurai Sala Salakhutdinov Salamon Salehi
    Salesky Saligrama Salloum Salmon Salti Saltz Salvi Salzmann Samaras Samarasinghe Sanabria
    Sanchez Sanders Sandholm Sandler Sanghavi Sanjabi Sankar Sankararaman Sankowski Sanner
    Santana Santos Santus Sanyal Saon Sap Sapiro Sapkota Saraf Sarawagi Sarkar Sarti Saruwatari
    Sarwate Sasaki Sato Satoh Satta Sattigeri Sattler Satyanarayan Saunders Saunshi Savarese
    Savinov Savvides Sawata Sawhney Saxena Saxon Scaman Scarton Schaefer Scharenborg Schaub
    Schaul Scheck Scheibler Schepker Scherer Scherrer Schiele Schiff Schilder Schindler Schlag
    Schlangen Schmalstieg Schmid Schmidhuber Schmidt Schmitt Schmitz Schneegass Schneider
    Schockaert Schoenebeck Schofield Scholer Scholz Schreiber Schroeder Schubert Schuler
    Schuller Schultz Schulz Schumacher Schuster Schuurmans Schwab Schwartz Schwarz
    Schwarzentruber Schwenk Schwiegelshohn Schwing Sclaroff Sebastiani Sebban Sebe Seddighin
    Sedoc Seeger Seelamantula Seetharaman Segarra Segev Seibold Seiler Seitz Sejdinovic Seki
    Seltzer Selvaraju Semenov Semeraro Seneviratne Sengupta Sennrich Seo Seppi Serafini
    Serdyukov Serizel Serrano Serre Servedio Seshadhri Seshia Sessa Sethu Shadbolt Shah Shahabi
    Shahid Shakeri Shakhnarovich Shakkottai Shalit Shalyminov Shamir Shamma Shamsabadi Shamsian
    Shanahan Shanbhag Shangguan Shanmugam Shao Shapira Shapiro Sharif Sharir Sharma Sharp
    Sharpnack Shaw Shazeer Shechtman Shelley Shelton Sheoran Sheth Shetty Shibata Shih Shim
    Shimada Shimizu Shin Shindo Shinoda Shinohara Shiragur Shlens Shlezinger Shon Shor Shore
    Shou Shpitser Shrivastava Shroff Shui Shukla Shum Shutova Shwartz Siddiqui Sidford
    Sidiropoulos Siegel Siegwart Sikdar Sil Silfverberg Silnova Silva Silver Silvestri Sim
    Simchowitz Simonsen Simonyan Simperl Simpson Simsekli Sinclair Sindhwani Singer Singh
    Singhal Singla Sinha Siniscalchi Siohan Sisman Sitaram Sitzmann Sivic Skantze Skillicorn
    Skoglund Skov Skowron Slavakis Slivkins Slock Smeulders Sminchisescu Smith Smola Smucker
    Smyth Snavely Snell Snoek Snyder Soares Soatto Socher Soh Sohel Sohn Sohrabi Sokolov
    Soleymani Soliman Solin Solo Solorio Soltanalian Soltanolkotabi Somasundaran Somech Sommer
    Soni Sontag Sood Soong Sootla Sorensen Soricut Soto Soudry Soulier Sousa Souza Spanias
    Sparks Specia Sperber Springenberg Sra Srebro Sridharan Srivastava Stafylakis Stahl
    Stahlberg Staiano Stanczak Stankovic Stanovsky Stanton Stede Steedman Steeg Steger Steimle
    Stein Steiner Steinhardt Steinke Steinmetz Stemmer Stenetorp Stent Stepanova Stephenson
    Stern Stevens Stevenson Stich Stiefelhagen Stoica Stojanovic Stokes Stolcke Stone Storkey
    Stoyanov Straka Straub Strauss Stricker Strimel Strohmaier Strohman Strube Stuckey Studer
    Stylianou Subbian Subrahmanian Suchanek Suciu Sudderth Sudoh Suel Sugiyama Suh Sui
    Suksompong Sukthankar Sullivan Sumita Sun Sundaram Sunkavalli Sur Surdeanu Suri Susskind
    Suter Sutherland Sutskever Sutton Suzuki Svendsen Svensson Sviridenko Swanson Swayamdipta
    Swersky Swietojanski Swoboda Synnaeve Syrgkanis Szeider Szlam Szolovits Szymanski Tachibana
    Tadepalli Tagami Tagliasacchi Taguchi Tajer Takagi Takahashi Takamichi Takashima Takeda
    Takemura Takeuchi Talebi Talmage Talmon Talukdar Talwalkar Talwar Tambe Tamura Tanaka
    Tandon Taneja Tanenbaum Tang Taniguchi Tapaswi Tarkoma Tarlow Tarokh Tavakoli Tay Teevan
    Tefas Teh Teixeira Tekin Telgarsky Tenenbaum Tennenholtz Terpos Terzi Tetreault Teufel
    Tewari Tewfik Thabet Thakkar Thakur Thakurta Theis Theobalt Theodoridis Thiagarajan Thies
    Thomason Thome Thompson Thomsen Thomson Thorne Thornton Thrampoulidis Thuerey Tibshirani
    Tiedemann Tigwell Timofte Titov Titsias Tiwari Tiwary Toda Toderici Todorovic Togami Tolias
    Tomasi Tombari Tomczak Tomkins Tommasi Tompkin Tonelli Tonellotto Topcu Torisawa Torki Torr
    Torralba Torresani Toshev Tourneret Toussaint Toutanova Touvron Toyoda Trajcevski Trancoso
    Tresp Trevisan Triantafillou Trigoni Tripathi Tripathy Trivedi Trummer Tsai Tsang Tsao
    Tschannen Tseng Tsiaousi Tsourakakis Tsuchiya Tsujii Tsumoto Tsunoo Tsvetkov Tuffanelli
    Tulsiani Tulyakov Turaga Turchi Turner Tuyls Tuytelaars Tuzel Tyagi Tyers Tzamos
    Tzimiropoulos Tzinis Ubaru Uddin Udell Ueda Uehara Uejo Ueno Uijlings Ullah Ullman Ultes
    Unger Unoki Unterthiner Upadhyay Urtasun Ushiku Usunier Uszkoreit Utiyama Utsuro Vahdat
    Vaidya Vajda Vakili Valaee Valera Valiant Valko Vandergheynst Vanderwende Vardaka Vardi
    Vargas Variani Varma Varol Varshney Vasconcelos Vassilvitskii Vaswani Vaughan Vayatis
    Vazirgiannis Vechev Vedaldi Veeraraghavan Veitch Veloso Vempala Venkataraman Venugopalan
    Verbeek Vergari Verma Verspoor Vertanen Verwimp Vetere Vetrov Vetterli Vezhnevets Vicol
    Vidal Vieira Vikalo Villa Villalba Villanueva Villegas Vilnis Vinciarelli Vines Vinyals
    Viola Vishnoi Vishwanathan Vlachos Vogel Vogt Vojnovic Volkova Vondrick Voorhees Vora
    Vorobeychik Vosoughi Voss Voudouris Vreeken Vucetic Vullikanti Vylomova Wachsmuth Wada
    Wager Waggoner Wagner Waibel Wainwright Walder Walega Walker Wall Wallach Wallner Walsh
    Walters Wan Wang Wanner Ward Warmuth Warstadt Watanabe Watson Wattenhofer Way Weaver Webb
    Webber Weber Webster Weickert Weikum Weiler Weinberg Weinberger Weiner Weinstein
    Weinzaepfel Weir Weiss Weitz Welch Weld Welleck Weller Welling Wells Welsh Wendt Weng
    Weninger West Wetzstein Whang White Whiteson Wierstra Wieting Wigdor Wijaya Wilcox Wildes
    Wilkin Wilkinson Wilks Willemsen Willett Williams Williamson Winata Winkler Wipf Wise
    Wisniewski Wistuba Witbrock Wobbrock Wolf Wolfe Wolff Woltran Wong Wonka Wood Woodland
    Woodruff Woods Wornell Wozniak Wright Wulf Xie Yadav Yaffee Yagi Yamada Yamagishi Yamaguchi
    Yamamoto Yamanaka Yamanishi Yamasaki Yamashita Yamazaki Yannakoudakis Yap Yasuda Yatabe
    Yates Yeh Yeo Yeoh Yeung Yih Yildirim Yilmaz Yip Yogatama Yokoyama Yoshida Yoshimura
    Yoshinaga Yoshioka Yuille Yukawa Yuksel Zadeh Zadimoghaddam Zafarani Zafeiriou Zaharia
    Zaheer Zaidi Zakharov Zaki Zaman Zamani Zampieri Zanette Zanfir Zang Zavos Zehavi Zelasko
    Zeldes Zellers Zellou Zemel Zen Zeng Zenklusen Zesch Zettlemoyer Zha Zhai Zhang Zheleva
    Zhou Zhu Zia Ziegler Zilberstein Zimmer Zimmerman Zimmermann Zimmert Zisserman Zitnick
    Zoghi Zolfaghari Zonooz Zorila Zou Zoubir Zuccon Zweig Zwicker
    """.split()
)
"""Names that are hardly ever given names: not one in twenty."""
